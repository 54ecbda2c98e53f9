## Qui aide de l’extérieur, et pourquoi on préfère ne pas mesurer. Pour qui a un rôle (B1).

third-outside = Pour qui vient de l’extérieur : aide ou auteur de questions
third-author-until = Jusqu’à quand cette personne fait-elle des questions ?
third-until = jusqu’au { $until } inclus
third-hand-in = Remettre un résumé
third-hand-in-anew = Remettre le résumé à nouveau
third-read = Lire le résumé
third-write = Résumé
third-how = Écrivez brièvement ce que vous avez entendu : ce qui revenait souvent, ce qui était différent, ce qui reste ouvert. 3000 signes au plus.
    N’écrivez pas de noms, ni qui a dit quoi. Ne racontez que ce que le jeune a accepté.
    Seuls la personne responsable, l’équipe d’animation et le coach lisent ce que vous remettez.
third-kept = C’est remis. Merci.
third-kept-names = C’est remis. Il y avait peut-être des noms : ils sont enlevés. Relisez-le.
third-empty = Il n’y avait rien dans votre message. Écrivez-le encore une fois.
third-long = C’est trop long. Restez à 3000 signes au plus.
third-by = { $name }, { $day }
third-erase = Effacer ce résumé
third-erased = Le résumé est effacé.
third-why = Pourquoi d’autres préfèrent ne pas mesurer
third-why-not = Voulez-vous dire pourquoi ? C’est possible, pas obligatoire.
third-why-how = Les autres ne voient plus tard que la raison, jamais de qui. Et seulement si cinq organisations l’ont donnée.
third-why-thanks = Merci. Votre raison est notée, sans votre nom.
third-reasons = Pourquoi des organisations ont préféré ne pas mesurer
third-reasons-none = Aucune raison n’a encore été donnée par cinq organisations.
third-reasons-foot = Ne pas mesurer est aussi un choix. Ceci ne dit ni combien de fois, ni par qui.
third-reason-time = Pas le temps
third-reason-moment = Pas le bon moment
third-reason-asked = On demande déjà beaucoup aux jeunes
third-reason-sensitive = Trop sensible
third-reason-group = Le groupe est trop petit
third-reason-trust = D’abord créer la confiance
third-reason-method = La méthode ne convient pas
third-reason-other = Autre chose
