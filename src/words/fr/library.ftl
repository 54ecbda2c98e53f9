## Méthodes propres dans la bibliothèque : copier, adapter, partager, relire, paquets. B1.

library-own = Nos propres méthodes
library-own-title = Méthodes propres de { $organisation }
library-own-none = Il n’y en a pas encore. Copiez une méthode de la bibliothèque, lisez un fichier ou créez-en une.
library-own-row = { $title } ({ $state })
library-state-draft = projet, visible seulement pour vous
library-state-submitted = en attente d’une relecture
library-state-returned = rendue après relecture
library-state-shared = est dans la bibliothèque
library-state-dropped = rangée
library-back = Vers les méthodes
library-to-own = Vers votre propre version
library-ours = { $title } (à vous)
library-more = Afficher plus
library-copy = Copier et adapter
library-copied = C’est maintenant votre propre version. Changez ce que vous voulez. Personne d’autre ne la voit.
library-gone = Cette méthode, cette question ou ce texte n’existe plus. Rouvrez la liste.
library-link = Cette méthode n’est pas ici, il n’y a qu’un renvoi. On ne peut pas la copier ni la partager.
library-licence-none = La licence de cette méthode interdit les changements. Utilisez-la telle quelle.
library-no-licence = Cette méthode n’a pas de licence. On ne peut donc pas la partager.
library-not-shared = La licence de cette méthode interdit que d’autres la reçoivent de vous.
library-unchanged = C’est la même méthode que celle dont elle est copiée. Il n’y a rien de nouveau à partager.
library-too-big = Cette méthode est trop grande : au maximum { $max } caractères en tout.
library-empty = Il n’y a pas encore de texte. Rien n’a changé.
library-last-question = Une méthode a au moins une question. Cette question reste.
library-last-option = Cette question ne peut pas avoir moins de réponses. Cette réponse reste.
library-waited-for = Une autre question dépend de celle-ci. Retirez d’abord cette autre question.

# Adapter.
library-edit = Adapter
library-edit-title = Titre
library-edit-measures = Ce qu’elle mesure
library-edit-for = Pour qui
library-edit-question = Question { $number }
library-edit-language = Sans { $language }
library-edit-done = Terminé
library-edit-back = Retour
library-edit-text = Changer la question
library-edit-meaning = Changer l’explication
library-edit-option = Changer : { $option }
library-option-out = Retirer : { $option }
library-question-up = Une place plus haut
library-question-out = Retirer cette question
library-write = Écrivez le nouveau texte dans cette langue : { $language }. Texte actuel :
library-write-none = (encore rien)
library-write-label = Nouveau texte : { $language }
library-write-keep = Laisser ainsi
library-write-save = Enregistrer, les autres langues restent ainsi
library-saved = Enregistré.
library-stays = Ces langues ont encore le texte précédent : { $languages }. Vérifiez s’il est toujours juste.
library-name-lost = Les questions ne sont plus celles de { $name }. Ce nom n’y figure donc plus.
library-validated = C’est { $name }, mot pour mot. Si vous changez un mot, une réponse ou l’ordre, ce ne l’est plus, et le nom disparaît.
library-from = Copiée de : { $title }, version { $version }, de { $credit }
library-marked = Modifiée. La licence demande de le dire.
library-licence = Licence : { $licence }
library-licence-missing = Pas de licence. Ainsi, cette méthode ne peut pas être partagée.

# Ce qui diffère.
library-changes = Qu’est-ce qui est différent ?
library-changes-title = Ce qui est différent : { $title }
library-changes-none = Rien n’est différent.
library-changes-unknown = Ce dont elle est copiée n’existe plus. On ne peut plus dire ce qui est différent.
library-changes-more = Et encore { $count }.
library-about-title = Titre
library-about-measures = Ce qu’elle mesure
library-about-for = Pour qui
library-about-scale = Échelle
library-about-accessibility = Accessibilité
library-about-example = Exemple
library-about-withoutBot = Sans bot
library-about-care = Ce qui doit être prêt
library-about-question = Question { $number }
library-about-meaning = Explication de la question { $number }
library-about-option = { $where }, réponse « { $option } »
library-diff-in = { $where } ({ $language })
library-diff-word = { $where } : « { $was } » est devenu « { $becomes } »
library-diff-added = { $where } : « { $becomes } » a été ajouté
library-diff-gone = { $where } : « { $was } » a été retiré
library-diff-question-new = Nouvelle question : « { $question } »
library-diff-question-gone = Question retirée : « { $question } »
library-diff-order = Les questions sont dans un autre ordre.
library-diff-option-new = { $where } : nouvelle réponse « { $option } »
library-diff-option-gone = { $where } : réponse retirée « { $option } »
library-diff-rules = La question { $number } (« { $question } ») fonctionne autrement : son type, quand elle vient ou l’ordre des réponses.
library-diff-language-new = Nouvelle langue : { $language }
library-diff-language-gone = Langue retirée : { $language }
library-diff-tally = Le formulaire de comptage est différent.
library-diff-rest = Autre chose a changé aussi dans les données de la fiche.
library-change-first = Première version dans la bibliothèque.
library-change-none = De nouveau dans la bibliothèque, avec le même texte.

# Partager.
library-share = Partager avec d’autres
library-which-licence = Que peuvent faire les autres avec votre méthode ?
library-licence-cc0 = CC0 1.0 : tout, même sans votre nom.
library-licence-by = CC BY 4.0 : utiliser et adapter, avec votre nom.
library-licence-by-sa = CC BY-SA 4.0 : de même, et ce qu’ils créent est partagé sous la même licence.
library-licence-by-nc = CC BY-NC 4.0 : utiliser et adapter avec votre nom, pas pour faire du profit.
library-licence-by-nd = CC BY-ND 4.0 : utiliser avec votre nom, sans changement.
library-licence-theirs = Une copie garde la licence de ce dont elle vient.
library-share-sure = Partager « { $title } » avec d’autres ?
library-share-what = La méthode est d’abord relue. Ensuite, tout le monde peut la trouver et l’utiliser sous { $licence }. Vous pouvez toujours la retirer de la bibliothèque. Les copies déjà faites restent.
library-share-name = Sous quel nom ?
library-share-as = Partager sous le nom { $name }
library-handed-in = Envoyée. Elle va être relue.
library-shared-already = Cette version est déjà dans la bibliothèque ou en relecture. Il n’y a rien de nouveau à partager.
library-as-before = Rien n’a changé depuis la relecture. Adaptez-la d’abord.
library-take-back = Ne pas partager finalement
library-taken-back = Reprise. Vous seuls la voyez de nouveau.
library-withdraw = Retirer de la bibliothèque
library-withdraw-sure = Retirer « { $title } » de la bibliothèque ? Personne ne la trouvera plus. Les copies des autres restent à eux.
library-withdrawn = Elle n’est plus dans la bibliothèque.
library-drop = Ranger
library-drop-sure = Ranger « { $title } » ? Elle ne sera plus dans votre liste. Ce qui est partagé et les sondages qui l’utilisent restent.
library-dropped = Rangée.

# Relire.
library-review = Relire ({ $count })
library-review-title = { $count ->
    [0] Il n’y a rien à relire.
    [one] Une méthode à relire.
   *[other] { $count } méthodes à relire.
 }
library-review-how = Regardez les questions, la licence et de qui elle vient. Ce que vous avez fait ou envoyé vous-même, quelqu’un d’autre le relit.
library-review-by = Envoyée sous le nom { $credit }
library-review-changed = Qu’est-ce qui diffère de l’original ?
library-review-since = Qu’est-ce qui diffère de la version dans la bibliothèque ?
library-review-returned = La relecture demande un changement : { $text }
library-review-declined = La méthode n’est pas reprise : { $text }
library-accept = Reprendre
library-return = Rendre avec une remarque
library-decline = Ne pas reprendre
library-return-why = Que faut-il changer ? Écrivez-le en un message. L’organisation le lit.
library-decline-why = Pourquoi pas ? Écrivez-le en un message. L’organisation le lit.
library-note-label = Votre remarque
library-bad-note = Écrivez une remarque de 400 caractères au maximum.
library-judged-accept = Elle est maintenant dans la bibliothèque.
library-judged-return = Rendue avec votre remarque.
library-judged-decline = Pas reprise. L’organisation lit pourquoi.
library-reviewed-already = Cette méthode a déjà été relue ou reprise.
library-changed-since = Cette méthode a changé entre-temps. Rouvrez-la.
library-your-own = C’est la vôtre. Quelqu’un d’autre décide.

# Une méthode sans bot : décrire, planifier, compter.
library-new = Nouvelle méthode sans bot
library-new-title = Comment s’appelle-t-elle ?
library-new-how-it-goes = Des cartes, une ligne au sol, un dessin : tout est possible. Vous aurez quelques questions courtes.
library-new-measures = Qu’apprend-on avec elle ? Une phrase.
library-new-for = Pour qui, ou quand ?
library-new-how = Comment faire ? Expliquez-le à quelqu’un qui ne l’a jamais fait.
library-new-minutes = Combien de minutes : pour un jeune, et pour qui accompagne ? Par exemple : 10 20
library-new-question = Compte-t-on quelque chose ensuite ? Écrivez la question à laquelle les jeunes choisissent une réponse.
library-new-no-count = Non, on ne compte rien
library-new-options = Entre quoi choisissent-ils ? Écrivez les réponses, séparées par une virgule. De deux à dix.
library-new-source = Méthode propre de { $organisation }.
library-answer-label = Votre réponse
library-empty-answer = Il n’y a pas encore de texte. Écrivez-le encore une fois.
library-too-long = C’est trop long : { $max } caractères au maximum. Écrivez plus court.
library-bad-minutes = Écrivez deux nombres, par exemple : 10 20
library-bad-options = Écrivez de deux à dix réponses, séparées par une virgule.
library-plan = Mettre sur la ligne du temps
library-plan-when = Quel jour faites-vous « { $title } » ? Écrivez le jour et le mois, par exemple 15/12.
library-day-label = Jour
library-planned = C’est sur la ligne du temps : { $day }.
library-count = Compter
library-counts = Comptages
library-counts-none = Aucun jour n’est encore sur la ligne du temps.
library-count-label = Les nombres
library-count-how = Écrivez { $count } nombres, dans cet ordre, séparés par une espace. Choisi par personne : 0.
library-bad-count = Écrivez { $count } nombres de 0 à { $max }, séparés par une espace.
library-not-counted = pas encore compté
library-count-line = { $question } { $text }
library-count-part = { $option } : { $count }
library-count-named = trois personnes ou plus ont choisi : { $options }
library-count-few = trop peu de personnes pour le montrer

# Paquets.
library-pack = Paquet à transmettre
library-pack-bring = Reprendre un paquet
library-pack-how = Un paquet est un fichier de méthodes, par exemple methodes.pols.json. Vous voyez d’abord ce qu’il contient et de qui il vient. Vous dites oui ensuite seulement.
library-pack-open = Ouvrir la page
library-pack-file = Le paquet
library-pack-look = Voir ce qu’il contient
library-pack-take = Reprendre dans la bibliothèque
library-pack-other = Un autre paquet
library-pack-say = Demandez l’empreinte à qui a fait le paquet, et écrivez ce qui est dit
library-pack-here = Voici le paquet, avec { $count ->
    [one] une méthode
   *[other] { $count } méthodes
 }. Qui le reçoit peut le reprendre dans son propre Pols. Toute modification le rend inutilisable.
library-pack-stays = Reste ici : { $title }. { $why }
library-pack-own = Seul qui peut partager met des méthodes propres dans un paquet.
library-pack-none = Rien ne peut aller dans un paquet.
library-pack-big = Ce fichier est trop grand pour un paquet : { $max } Mo au maximum.
library-pack-unreadable = Ce n’est pas un paquet de Pols, ou il a été modifié en chemin. Rien n’a été repris.
library-pack-broken = La signature n’est pas juste : quelque chose a été modifié dans ce paquet. Rien n’a été repris.
library-pack-card = La fiche { $count } de ce paquet ne peut pas être gardée ici. Rien n’a été repris.
library-pack-forbidden = La licence de « { $title } » l’interdit. Rien n’a été repris.
library-pack-unknown = La clé de { $by } n’est pas encore connue ici. Comparez l’empreinte, puis dites oui.
library-pack-whose = Paquet de { $by }, fait le { $made }.
library-pack-key-own = Signé par ce Pols lui-même ({ $fingerprint }).
library-pack-key-known = Signé avec une clé connue ici ({ $fingerprint }).
library-pack-key-unknown = Signé avec une clé pas encore connue ici. Empreinte : { $fingerprint }
library-pack-card-line = { $title } ({ $credit }, { $licence }) : { $how }
library-pack-same = est déjà ici
library-pack-again = nouvelle version
library-pack-new = nouveau
library-pack-taken = Repris : { $taken }. Déjà ici : { $same }.
cli-pack = Des méthodes dans un fichier signé, d’un Pols à un autre.
cli-pack-make = Fait un paquet de méthodes de la bibliothèque.
cli-pack-take = Montre ce que contient un paquet, et le reprend si la clé est connue ou donnée.
cli-arg-pack = Le fichier, par exemple methodes.pols.json.
cli-arg-methods = Noms de méthodes ; sans : tout ce qui peut partir.
cli-opt-key = L’empreinte de la clé, si vous l’avez vérifiée auprès de qui a fait le paquet.
cli-pack-out = { $file } : { $count } méthodes.
cli-pack-unwritten = { $file } ne peut pas être écrit. Choisissez un dossier où vous pouvez écrire.
cli-pack-say = Rien n’a été repris. Demandez l’empreinte à qui a fait le paquet. Est-elle juste ? Ajoutez alors : --key { $fingerprint }

# Utilisation des méthodes, entre organisations.
library-usage = Notre utilisation peut-elle compter ?
library-usage-yes = Votre utilisation des méthodes compte.
library-usage-no = Votre utilisation des méthodes ne compte pas.
library-usage-what = Qui cherche une méthode voit alors à peu près combien de fois elle est utilisée, combien de jeunes répondent et combien passent une question. Seulement si au moins { $organisations } organisations et { $people } jeunes comptent, en chiffres ronds, par semestre, et jamais avec un nom. Les réponses ne comptent pas. Vous pouvez toujours arrêter : votre utilisation ne compte plus dès le semestre suivant.
library-usage-agree = Oui, comptez notre utilisation
library-usage-stop = Ne plus compter
library-usage-fewer = moins de 1 sur 10
library-usage-share = environ { $count } sur 10
library-usage-times = Utilisée au moins { $count } fois en six mois, par plusieurs organisations.
library-usage-response = Parmi les jeunes qui ont reçu les questions, { $share } ont répondu.
library-usage-skips = La question la plus souvent passée est passée par { $share }.
