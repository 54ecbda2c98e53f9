## L’entretien où coach et organisation choisissent ensemble ce qu’on mesure. Pour qui a un rôle (B1).

talk-head = Entretien sur la mesure { $organisation } · { $number } sur { $count }
talk-foot = Rien n’est obligatoire. On peut passer chaque étape et y revenir plus tard.
talk-said = { $name } : { $text }
talk-aspect = Que voulez-vous savoir ?
talk-aspect-how = Une seule chose, en une phrase. Pas tout votre travail.
talk-not = Qu’est-ce qu’on ne mesure pas ?
talk-not-how = Écrivez ce que vous laissez de côté pour l’instant. Ainsi cela reste petit.
talk-series = Lors de quelle activité ?
talk-series-how = Les questions vont avec une série de séances.
talk-of = À qui le demande-t-on ?
talk-of-how = Répondre reste toujours un choix.
talk-method = Avec quelle méthode ?
talk-method-how = Choisissez-en une dans la bibliothèque, ou écrivez comment vous le faites vous-mêmes.
talk-reason = Pourquoi plus de trois questions ?
talk-reason-how = Cette méthode en a plus de trois. La personne qui doit donner son accord lit pourquoi.
talk-moment = Quand le demande-t-on ?
talk-moment-how = Au début, à la fin, ou un peu plus tard.
talk-tasks = Qui fait quoi ?
talk-tasks-how = Vous ne devez pas tout faire vous-mêmes. Touchez qui le fait. Écrivez ensuite quoi, quand et combien d’heures.
talk-name-aspect = Ce que nous voulons savoir
talk-name-not = Ce que nous ne mesurons pas
talk-name-series = Activité
talk-name-of = Pour qui
talk-name-method = Méthode
talk-name-reason = Pourquoi plus de trois questions
talk-name-moment = Quand
talk-name-tasks = Qui fait quoi
talk-party-young = Jeunes
talk-party-worker = Animateur ou animatrice
talk-party-coach = Coach d’impact
talk-party-author = Service jeunesse ou étude de marché : questionnaire
talk-party-interviews = Équipe communication : entretiens
talk-party-colleague = Spécialiste ou collègue
talk-party-network = Une personne de notre propre réseau
talk-task = { $party } : { $text } · { $date } · { $hours }
talk-no-day = pas encore de jour
talk-no-hours = heures à voir
talk-task-how = Écrivez-le sur une ligne. Par exemple : 12/1 faire un questionnaire, 3 heures. Le jour et les heures peuvent manquer.
talk-task-for = Qui : { $party }
talk-write-how = Écrivez-le ici, en 200 signes au plus. Les autres dans l’entretien le lisent avec votre nom.
talk-write = Écrire
talk-add = Ajouter quelque chose
talk-change = Écrire autrement
talk-own-method = Une façon à nous
talk-library = Voir les méthodes
talk-method-line = { $title } ({ $count } { $count ->
    [one] question
   *[other] questions
}, { $minutes } min de travail)
talk-methods-more = Plus de méthodes
talk-methods-before = Méthodes précédentes
talk-take-back = Enlever : { $text }
talk-next = Suivant
talk-before = Retour
talk-to-overview = Vers l’aperçu
talk-stop = Arrêter cet entretien
talk-noted = C’est noté. Cela figure dans l’entretien.
talk-overview = Entretien sur la mesure { $organisation } : voici ce qu’il y a
talk-nothing = { $what } : encore rien
talk-can-draft = Cela suffit pour un projet d’enquête. Rien n’est demandé avant un accord.
talk-lacking = Pour un projet d’enquête, il faut encore : { $what }. Cela peut aussi venir plus tard.
talk-can-plan = { $count ->
    [one] Une tâche avec un jour va
   *[other] { $count } tâches avec un jour vont
} sur le calendrier.
talk-end-who = La personne qui fait le projet ne pourra pas donner son accord plus tard. Laissez donc quelqu’un d’autre toucher le bouton.
talk-end-both = Faire le projet et le calendrier
talk-end-plan = Mettre les tâches sur le calendrier
talk-end-keep = C’est fini, ne rien faire encore
talk-done = Entretien sur la mesure { $organisation } : terminé
talk-done-next = Un projet d’enquête se trouve avec les enquêtes. C’est là qu’on le propose, et là que vient l’accord.
talk-see-surveys = Vers les enquêtes
talk-see-timeline = Vers le calendrier
talk-new = Commencer un nouvel entretien
talk-stopped = L’entretien sur la mesure de { $organisation } est arrêté. Rien n’a été fait.
talk-over = Cet entretien est terminé. Avec /entretien vous en commencez un autre ou vous voyez ce qu’il y a.
talk-empty = Il n’y avait rien dans votre message. Écrivez-le encore une fois.
talk-long = C’est trop long. Écrivez-le en 200 signes au plus.
talk-many = Il y a déjà douze choses ici. Enlevez-en une d’abord.

# On a page, where every step stands at once.
talk-page-begun = L’entretien a commencé.
talk-page-taken = C’est enlevé.
talk-page-ended = L’entretien est terminé. Ce qui en est sorti se trouve avec les enquêtes et sur le calendrier.
talk-page-stopped = L’entretien est arrêté. Rien n’a été fait.
talk-page-heading = Choisir ensemble ce qu’on mesure
talk-page-begin = Commencer un entretien sur la mesure
talk-page-name = Votre nom
talk-page-party = Qui le fait ?
talk-page-keep = Garder
talk-page-take = Enlever
talk-page-how = L’entretien montre qui a écrit quoi. Rien n’est obligatoire : chaque partie peut rester vide.
