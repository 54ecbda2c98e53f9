## Sur la page de l'équipe : méthodes propres, et le chemin vers les fiches et le récit d'impact. B1.

own-methods-how = Cherche une méthode, ou fais-en une version à vous. Ce que vous faites vous-mêmes reste entre vous, jusqu'à ce que vous le partagiez.
own-methods-more = Voir et faire plus
own-methods-more-of = Voir et faire plus : « { $title } »
own-methods-files = Enregistrer comme fichier
own-methods-edit = Pour la changer, utilise un chat, avec /methode. Ou Excel : enregistre le fichier, change-le, et importe-le par le chat.
own-methods-licence = Choisir cette licence
own-methods-licensed = La licence est ajoutée. La méthode peut maintenant être partagée.
own-methods-which = Quelle méthode ?
own-methods-copy = Faire une version à nous
own-methods-said = C'est enregistré.
own-methods-look = Voir et décider
own-methods-look-at = Voir et décider : « { $title } »
own-methods-note = L'organisation lit ceci. 400 caractères au plus.
own-sheets-heading = Fiches de travail et récit d'impact
own-sheets-how = Ta fiche de travail est à toi. Un collègue ou un partenaire voit seulement ce que tu partages toi-même. La conversation s'ouvre en haut de cette page.
own-sheets-open = Vers mes fiches de travail
own-sheets-story = Vers le récit d'impact de l'année
