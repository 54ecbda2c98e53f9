## Propositions, accords et pauses des sondages. Pour les personnes qui ont un rôle (B1).

# What a survey is.
agree-about = Sujet : { $aspect }
agree-method = Méthode : { $method } ({ $count } { $count ->
    [one] question
   *[other] questions
})
agree-when = Quand : { $when } On peut répondre jusqu'à { $window } plus tard.
agree-at-start = au début de chaque séance de { $series }.
agree-at-end = à la fin de chaque séance de { $series }.
agree-after = { $time } après chaque séance de { $series }.
agree-reminder = Rappel : un seul, après { $time }, pour qui n'a encore rien touché.
agree-no-reminder = Rappel : aucun.
agree-who = Qui : { $who }
agree-of-present = les jeunes qui étaient là.
agree-of-subscribers = tous les jeunes qui participent.
agree-presence-ask = Si la présence n'est pas sûre, la première question est « Tu étais là ? ».
agree-where = Où : { $where }
agree-channels-all = sur tous les canaux où des jeunes participent.
agree-channels-only = seulement par { $channels }.

# What changed.
agree-changes = Ce qui change
agree-changes-more = Et encore { $count } { $count ->
    [one] autre changement
   *[other] autres changements
}. « Essayer » montre tout.
agree-changes-until = Tant qu'il n'y a pas d'accord, tout continue comme convenu.
agree-diff = { $what } : c'était « { $before } », cela devient « { $after } »
agree-what-aspect = Sujet
agree-what-method = Méthode
agree-what-when = Quand
agree-what-window = Temps pour répondre
agree-what-reminder = Rappel
agree-what-who = Qui
agree-what-where = Où
agree-diff-question = Question { $number } : c'était « { $before } », cela devient « { $after } »
agree-diff-question-new = Nouvelle question : « { $question } »
agree-diff-question-gone = Cette question disparaît : « { $question } »
agree-diff-meaning = Explication de la question { $number } : c'était « { $before } », cela devient « { $after } »
agree-diff-option = Choix à la question { $number } : c'était « { $before } », cela devient « { $after } »
agree-diff-option-new = Nouveau choix à la question { $number } : « { $option } »
agree-diff-option-gone = Ce choix disparaît de la question { $number } : « { $option } »
agree-diff-order = Les questions viennent dans un autre ordre.
agree-diff-rules = La question { $number } marche autrement : « { $question } ». « Essayer » montre comment.
agree-diff-set = La façon de montrer les questions change. « Essayer » montre comment.

# A proposal, and what became of it.
agree-head = { $name } propose un sondage chez { $organisation }
agree-head-draft = Brouillon d'un sondage chez { $organisation } : pas encore proposé
agree-head-agreed = ✔ Accord chez { $organisation }, par { $name }, le { $day }
agree-head-declined = Plutôt non : { $name } a dit non pour { $organisation }, le { $day }
agree-head-withdrawn = Retiré par { $name } le { $day }, chez { $organisation }
agree-head-overtaken = Cette proposition chez { $organisation } a changé entre-temps. Cette version ne vaut plus.
agree-note = { $name } : { $text }
agree-foot = Rien ne commence sans accord. Ne pas répondre n'est pas un accord.
agree-foot-draft = Un brouillon ne demande rien aux jeunes. Quelqu'un doit d'abord le proposer, puis quelqu'un d'autre doit donner son accord.
agree-try = Essayer
agree-yes = D'accord
agree-ask = Poser une question
agree-say = Répondre
agree-no = Plutôt non
agree-withdraw = Retirer la proposition
agree-propose = Proposer
agree-look = Voir
agree-ask-how = Écrivez votre question ou remarque en un seul message. Elle part chez les personnes concernées.
agree-ask-field = Votre question ou remarque
agree-asked = Votre message est envoyé. Rien d'autre n'a changé.
agree-late = Personne n'a encore répondu à cette proposition
agree-late-how = Elle attend depuis une semaine. Rien ne change : sans accord, rien ne commence. Vous pouvez en parler, la laisser ou la retirer.
agree-note-new = Il y a un message sur une proposition
agree-note-where = Il se lit sur votre page sous « Ce que nous demandons », ou dans une conversation privée avec le bot.
agree-proposed = Proposé. { $leads ->
    [0] Personne ne peut encore donner son accord. Invitez une personne responsable.
    [one] Une personne peut donner son accord maintenant.
   *[other] { $leads } personnes peuvent donner leur accord maintenant.
}
agree-told-paused = En pause depuis le { $day }, chez { $organisation }. Rien n'est demandé.
agree-told-resumed = Continue depuis le { $day }, chez { $organisation }.
agree-told-stopped = Arrêté le { $day }, chez { $organisation }. Plus rien n'est demandé.

# The list.
agree-list = Ce que { $organisation } demande aux jeunes
agree-list-none = Rien n'est encore convenu et rien n'attend.
agree-waiting-none = Aucune proposition n'attend un accord.
agree-waiting = Ces propositions attendent un accord
agree-pause-which = Que voulez-vous mettre en pause ou arrêter ?
agree-pause-none = Rien ne tourne maintenant qui puisse être mis en pause.
agree-row = { $mark } { $aspect } – { $state }
agree-state-agreed = convenu
agree-state-changed = tourne comme convenu, un changement attend
agree-state-paused = en pause
agree-state-proposed = attend un accord
agree-state-draft = brouillon
agree-state-none = pas convenu
agree-new = Faire une nouvelle proposition
agree-log = Ce qui est convenu
agree-back = Retour à la liste
agree-pause = Mettre en pause
agree-resume = Laisser continuer
agree-stop = Arrêter
agree-done-paused = En pause. Plus aucune question ne part. Une question déjà reçue peut encore recevoir une réponse jusqu'à sa fermeture.
agree-done-resumed = Cela continue. La prochaine séance aura de nouveau des questions.
agree-done-stopped = Arrêté. Plus aucune question ne part. Pour recommencer, il faut une nouvelle proposition.

# Trying it out.
agree-trying = Voilà ce que voit un jeune. C'est un essai : rien n'est gardé.
agree-try-language = Une autre langue
agree-try-which = Dans quelle langue voulez-vous essayer ?
agree-try-again = Recommencer
agree-try-all = Montrer toutes les questions
agree-try-over = Cet essai est terminé. Recommencez depuis la proposition.
agree-try-back = Retour à la proposition
agree-all = Toutes les questions
agree-all-question = { $number }. { $question }
agree-all-open = mots libres
agree-all-scale = { $low } (0) à { $high } (10)
agree-all-information = explication, pas une question

# Making a proposal.
agree-make-method = Quelle méthode ?
agree-make-series = Avec quelle série de séances ?
agree-make-moment = Quand ?
agree-make-start = au début
agree-make-end = à la fin
agree-make-after = { $time } plus tard
agree-make-of = À qui ?
agree-make-present = les jeunes qui étaient là
agree-make-subscribers = tous les jeunes qui participent
agree-make-channels = Sur quel canal ?
agree-make-all = partout
agree-make-only = seulement { $channel }
agree-make-aspect = Que voulez-vous savoir ? Écrivez-le en une phrase, sur une seule chose, en 200 caractères au plus.
agree-make-aspect-field = Que voulez-vous savoir ?
agree-make-take = Reprendre : { $measures }
agree-make-reason = Cette méthode a { $count } questions. C'est plus que trois. Écrivez pourquoi c'est nécessaire : la personne qui doit donner son accord le lira.
agree-make-reason-field = Pourquoi plus de trois questions ?
agree-make-reason-note = Pourquoi plus de trois questions : { $reason }
agree-make-over = Ce brouillon n'est plus en cours. Recommencez avec une nouvelle proposition.
agree-make-none = Il n'y a pas encore de méthode ou de série pour commencer. Elles sont dans les fichiers de l'organisation.

# The log.
agree-log-name = accords
agree-log-title = Ce qui est convenu avec { $organisation }
agree-log-nothing = Rien n'est encore convenu.
agree-log-proposals = Toutes les propositions
agree-log-proposed = Proposé par { $name }
agree-log-agreed = Accord de { $name } le { $day }
agree-log-paused = En pause depuis le { $from }
agree-log-paused-until = En pause du { $from } au { $until }
agree-log-ended = Terminé par { $name } le { $day }
agree-log-is-proposed = { $aspect } : proposé par { $by } le { $from }, attend un accord
agree-log-is-agreed = { $aspect } : proposé par { $by } le { $from }, accord de { $name } le { $day }
agree-log-is-declined = { $aspect } : proposé par { $by } le { $from }, plutôt non selon { $name } le { $day }
agree-log-is-withdrawn = { $aspect } : proposé par { $by } le { $from }, retiré par { $name } le { $day }
agree-log-is-overtaken = { $aspect } : proposé par { $by } le { $from }, changé le { $day }
agree-on = Ce qui valait le { $day } chez { $organisation }
agree-on-none = Aucun accord ne valait ce jour-là.
agree-on-runs = { $aspect } – accord de { $name } le { $day }
agree-on-paused = { $aspect } – accord de { $name } le { $day } ; en pause
agree-on-ended = { $aspect } – accord de { $name } le { $day } ; terminé ce jour-là
agree-log-day = Un autre jour
agree-log-day-how = Quel jour ? Écrivez-le comme 2026-12-09.
agree-log-day-field = Jour, comme 2026-12-09
agree-log-file = Garder comme fichier
agree-log-here = Voici tout le journal, à lire et en tableau.
agree-nobody = personne de connu
agree-door-page = la page du coach
agree-door-line = la ligne de commande
agree-column-what = quoi
agree-column-survey = sondage
agree-column-version = version
agree-column-aspect = sujet
agree-column-words = en mots simples
agree-column-proposed-by = proposé par
agree-column-proposed-at = proposé le
agree-column-agreed-by = accord de
agree-column-agreed-at = accord le
agree-column-ended-by = terminé par
agree-column-ended-at = terminé le
agree-column-paused = pauses
agree-row-agreement = accord
agree-row-proposed = attend un accord
agree-row-declined = plutôt non
agree-row-withdrawn = retiré
agree-row-overtaken = changé

# Why nothing changed.
desk-no-name = Écrivez qui propose : un nom de 60 caractères au plus.
desk-same-person = La personne qui propose ou fait quelque chose ne donne pas elle-même l'accord. Demandez-le à quelqu'un d'autre de l'organisation. Rien n'a changé.
desk-agreed-already = Cette version est déjà convenue. Rien n'a changé.
desk-proposed-already = C'est déjà proposé et cela attend un accord. Rien n'a changé.
desk-no-survey-proposal = Cette proposition n'existe pas ou plus. Rien n'a changé.
desk-survey-draft = C'est encore un brouillon : personne ne l'a proposé. Rien n'a changé.
desk-survey-declined = Cette proposition a déjà reçu la réponse « plutôt non ». Rien n'a changé.
desk-survey-withdrawn = Cette proposition est retirée. Rien n'a changé.
desk-survey-overtaken = Cette proposition a changé entre-temps, donc cette version ne vaut plus. Rien n'a changé dans ce qui tourne.
desk-bad-note = Écrivez de 1 à 400 caractères. Rien n'est envoyé.
desk-not-agreed = Aucun accord ne vaut pour cela maintenant. Rien n'a changé.
desk-paused-already = C'est déjà en pause. Rien n'a changé.
desk-runs-already = Cela tourne déjà. Rien n'a changé.
desk-bad-survey = Quelque chose ne va pas dans ce brouillon. Recommencez avec une nouvelle proposition.
desk-other-scale = Le début et la fin de cette série demandent la même échelle, sinon personne ne peut comparer. Choisissez une autre méthode.
desk-bad-day = Ce n'est pas un jour. Écrivez-le comme 2026-12-09.

# On the coach's page, and on a page of the staff.
coach-survey-paused = en pause : rien n'est demandé maintenant
coach-survey-proposed = proposé par { $name } : attend l'accord de l'organisation
coach-survey-draft = un brouillon est prêt : pas encore proposé
coach-propose = Proposer
coach-propose-note = Rien n'est obligatoire. Une personne responsable de l'organisation reçoit la proposition dans une conversation privée, peut l'essayer et donne elle-même son accord avec son propre compte. Sur cette page, personne ne peut donner un accord.
coach-propose-name = Qui le propose ?
coach-note-say = Votre réponse
coach-note-send = Envoyer
coach-done-propose = C'est proposé. L'organisation décide.
coach-done-withdraw = La proposition est retirée.
coach-done-note = Le message est envoyé.
coach-log-save = Garder ce qui est convenu

# On the command line.
cli-propose = Proposer un sondage à une organisation. Seule une personne de là-bas, avec son propre compte, peut donner l'accord.
cli-proposed = Proposé : { $survey }. { $leads ->
    [0] Personne ne peut encore donner son accord : invitez une personne responsable.
    [one] Une personne peut donner son accord.
   *[other] { $leads } personnes peuvent donner leur accord.
}
cli-agreements = Montrer ce qui est convenu, par qui, quel jour.
cli-opt-on = quel jour, comme 2026-12-09 ; sans jour : aujourd'hui
cli-opt-all = tout le journal, en Markdown ou CSV
