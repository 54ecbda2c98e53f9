## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = Le moment « { $name } » n'a pas de titre. Ajoutez « title » : ce qui se passe à ce moment.
check-plan-when = Le moment « { $name } » doit avoir un seul jour : ajoutez « on » avec une date, ou « after » avec un autre moment, pas les deux.
check-plan-unknown = « { $name } » vient après « { $moment } », mais je ne connais pas ce moment. Choisissez parmi : { $known }.
check-plan-loop = Ces moments s'attendent les uns les autres : { $way }. Donnez une date à l'un d'eux avec « on ».
check-plan-outside = Le moment « { $name } » tombe le { $date }. C'est en dehors de l'année de travail, du { $first } au { $last }. Choisissez un jour entre les deux, ou vérifiez « year ».
check-plan-twice = Le moment fixe { $kind } est ici une fois de plus, sous « { $name } ». Gardez-en un par année de travail.

# Moments by their kind, and what is talked about at the five fixed ones
plan-kind-evaluation-talk = Entretien d'évaluation et de planification
plan-kind-impact-talk = Entretien d'impact
plan-kind-timeline = Établir la ligne du temps
plan-kind-june = Évaluation en juin
plan-kind-year-end = Évaluation à la fin de l'année de travail
plan-kind-peiling = Sondage
plan-kind-session = Séance
plan-kind-feedback = Dire aux jeunes ce qui est fait
plan-kind-third = Tâche pour une personne extérieure
plan-kind-other = Autre moment
plan-agenda-evaluation-talk =
    1. Comment s'est passée l'année dernière ?
    2. Que veut-on savoir cette année ? Choisir un seul aspect.
    3. Qu'est-ce qu'on ne demande pas cette année ?
    4. Avec le coach, ou sans ?
plan-agenda-impact-talk =
    1. Quelle différence veut-on faire pour les jeunes ?
    2. Comment les jeunes le remarquent-ils ?
    3. Quelle méthode convient ? Rien n'est obligatoire.
plan-agenda-timeline =
    1. Qui fait quoi, et quand ?
    2. Combien d'heures cela prend-il ?
    3. Que peut faire quelqu'un d'autre ?
    4. Quand dit-on aux jeunes ce qui est fait ?
plan-agenda-june =
    1. Qu'ont dit les jeunes qui ont répondu, et qu'est-ce qui ressort ?
    2. Qu'est-ce qui a changé depuis ?
    3. Combien d'heures étaient prévues, et combien en réalité ?
    4. Que garde-t-on, que change-t-on, qu'arrête-t-on ?
plan-agenda-year-end =
    1. Que raconte-t-on de cette année ?
    2. Qu'a-t-on appris sur la manière de demander ?
    3. Partage-t-on notre méthode avec d'autres ?
    4. Quel aspect l'année prochaine, et avec ou sans coach ?

# The plan in lines
plan-title = Ligne du temps de { $organisation } : { $from } à { $until }
plan-aspect = Cette année : { $aspect }
plan-empty = Rien ce mois-ci.
plan-many = { $count } × { $title } (jour { $days })
plan-status-done = fait
plan-status-moved = déplacé
plan-status-dropped = supprimé
plan-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
plan-of-young = jeune : { $hours }
plan-of-worker = équipe : { $hours }
plan-of-coach = coach : { $hours }
plan-of-third = personne extérieure : { $hours }
plan-month-hours = Heures · { $hours }
plan-planned = Prévu cette année · { $hours }
plan-real = Vraiment fait · { $hours }
plan-young = Pour un jeune, c'est le temps d'une seule personne.
plan-effort = { $taps ->
    [one] { $taps } action
   *[other] { $taps } actions
} de l'équipe après la planification, pour { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
} avec un sondage. Nécessaire : 0.
plan-agreed = Accord le { $date } par { $by } : { $survey }
plan-overload = Beaucoup de travail : { $owner } a { $hours } en { $month }. C'est plus que { $limit }. Peut-on faire quelque chose plus tard, ou se faire aider ?
plan-unreachable = { $owner } ne reçoit pas de rappel : ce nom n'a pas de compte ici, ou n'est pas joignable.

# The reminder, to the owner only
plan-reminder = Bientôt : { $title }, le { $date }
plan-reminder-only = Personne d'autre ne reçoit ce message. C'est sur la ligne du temps de { $organisation }.

# In private: buttons, questions, and what became of it
plan-button-done = Fait
plan-button-move = Déplacer
plan-button-owner = Qui le fait ?
plan-button-hours = Heures
plan-button-person = Pour qui cela compte ?
plan-button-drop = Supprimer
plan-button-back = Vers la ligne du temps
plan-button-not = Finalement non
plan-five-done = Les cinq moments sont ajoutés. Les dates peuvent être changées.
plan-button-five = Ajouter les cinq moments fixes
plan-button-add = Ajouter quelque chose
plan-button-earlier = Plus tôt
plan-button-later = Plus tard
plan-button-address = Dans mon agenda
plan-owner = Qui : { $owner }
plan-owner-none = Qui : personne pour le moment
plan-whose = Compte pour { $person } : { $hours }
plan-person-young = jeune
plan-person-worker = équipe
plan-person-coach = coach
plan-person-third = personne extérieure
plan-own = Vos tâches chez { $organisation }
plan-own-none = Il n'y a rien pour vous maintenant.
plan-no-sessions = Il n'y a pas de séances cette année de travail. Sans séances, Pols ne demande rien.
plan-coach-five = Cette année de travail est sans coach. Voici les cinq moments fixes.
plan-ask-real = Combien d'heures en réalité ? Touchez, ou écrivez un nombre. 1,5 est une heure et demie.
plan-ask-planned = Combien d'heures, à votre avis ? Touchez, ou écrivez un nombre. 1,5 est une heure et demie.
plan-ask-day = Quel jour ? Touchez, ou écrivez le jour, comme 15/12.
plan-ask-reason = Pourquoi cela n'a pas lieu ? Touchez, ou écrivez-le en quelques mots. N'écrivez pas de noms de jeunes.
plan-ask-owner = Qui fait cela ? Touchez un nom, ou écrivez un prénom.
plan-ask-person = À qui sont ces heures ?
plan-ask-new = Que faut-il ajouter ? Écrivez le jour et ce qui se passe, comme : 15/12 Faire une affiche
plan-hours-unknown = Je ne sais pas
plan-reason-time = Pas le temps
plan-reason-needless = Plus nécessaire
plan-reason-next-year = Année de travail suivante
plan-write = Écrivez ici
plan-saved = ✔ Gardé
plan-gone = Ce moment n'est plus sur la ligne du temps. Tapez /calendrier pour voir ce qu'il y a.
plan-over = Ce moment est déjà fait ou supprimé. Rien n'a changé.
plan-bad-date = Ce jour n'est pas possible. Choisissez un jour du { $first } au { $last }.
plan-bad-text = Écrivez de 1 à 60 caractères.
plan-bad-hours = Ce n'est pas un nombre d'heures. Écrivez un nombre, comme 2 ou 1,5.
plan-bad-new = Écrivez d'abord le jour, puis ce qui se passe, comme : 15/12 Faire une affiche
plan-address = La ligne du temps dans votre agenda
plan-address-how = Copiez cette adresse. Dans votre agenda, choisissez « s'abonner » ou « ajouter par URL » et collez-la. Ce qui change, change là aussi.
plan-address-privacy = Toute personne qui a cette adresse voit la ligne du temps. Les thèmes et les noms de jeunes n'y sont pas.

# In a calendar of one's own
plan-calendar = Ligne du temps { $organisation }
plan-calendar-asked = Pols demande quelque chose aux jeunes autour de cette séance. Il n'y a rien à faire.

# On the page
plan-heading = Ligne du temps
plan-change = Changer : { $title }
plan-field-real = Combien d'heures en réalité ? Peut rester vide.
plan-field-day = Quel jour ?
plan-field-owner = Qui le fait ? Un prénom.
plan-field-planned = Combien d'heures, à votre avis ?
plan-field-reason = Pourquoi cela n'a pas lieu ? Sans noms de jeunes.
plan-field-what = Que se passe-t-il ?
plan-field-move = À ce jour
