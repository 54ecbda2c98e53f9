## Roles: who may do what, invitations, the year with or without the coach, and linking a channel.

role-coach = Coach d’impact
role-lead = Responsable
role-worker = Équipe de jeunesse
role-moderator = Modération
role-safeguarding = Personne de confiance
role-fallback = Relais de la personne de confiance
role-helper = Aide
role-author = Rédaction de questions
role-curator = Curateur
role-coach-is = Coach d’impact : accompagne, propose des sondages et lit les résumés. Ne donne jamais l’accord.
role-lead-is = Responsable : donne l’accord pour les sondages, donne les rôles et choisit si l’année se fait avec ou sans coach.
role-worker-is = Équipe de jeunesse : planifie les séances, propose des sondages, lit les résumés et répond aux jeunes.
role-moderator-is = Modération : lit les réponses ouvertes, une par une.
role-safeguarding-is = Personne de confiance : reçoit un message quand un ou une jeune demande un contact. Ne voit pas de résultats.
role-fallback-is = Relais : reçoit ce message quand la personne de confiance n’est pas là. Ne voit pas de résultats.
role-helper-is = Aide : pour une seule séance ou un seul moment, jusqu’à un jour à choisir. Ne voit pas de résultats.
role-author-is = Rédaction de questions : prépare un projet de sondage. Ne voit pas de réponses.
role-curator-is = Curateur : relit ce que les organisations veulent partager dans la bibliothèque. Ne voit aucune réponse.

# Who has which role.
role-title = Qui fait quoi chez { $organisation }
role-member = { $name } : { $role }
role-unreachable = injoignable
role-task = { $task }, jusqu’au { $until } inclus
role-task-gone = quelque chose qui n’existe plus
role-moment = Moment
role-no-lead = Il n’y a pas encore de responsable. Sans responsable, personne ne peut donner l’accord, et rien ne commence.
role-invite = Inviter quelqu’un
role-invited = Invitation pas encore acceptée : { $name } ({ $role })
role-withdraw = Retirer l’invitation de { $name }
role-withdrawn = L’invitation est retirée. Le code ne marche plus.
role-take-back = Reprendre : { $name }, { $role }
role-take-back-sure = Reprendre le rôle « { $role } » de { $name } chez { $organisation } ? Il s’arrête tout de suite.
role-taken-back = { $name } n’a plus le rôle « { $role } » chez { $organisation }.
role-leave = Quitter mon rôle : { $role }
role-leave-sure = Quitter ton rôle « { $role } » chez { $organisation } ? Il s’arrête tout de suite.
role-left = Tu n’as plus le rôle « { $role } » chez { $organisation }. Merci.
role-last-lead = Il n’y a pas d’autre responsable. Après, personne ne peut donner l’accord jusqu’à ce qu’il y en ait un nouveau. Ce qui est en cours continue.
role-yes = Oui
role-no = Non
role-back = Retour

# Inviting.
role-which = Quel rôle chez { $organisation } ?
role-which-task = Pour quoi cette aide vient-elle ?
role-no-task = Aucune séance ni aucun moment n’est prévu. Il faut d’abord en planifier un.
role-until = Jusqu’à quand ? ({ $task })
role-until-how = Ensuite, le rôle s’arrête tout seul.
role-until-day = Jusqu’au { $day } inclus
role-name = Comment s’appelle cette personne ? ({ $role })
role-name-how = Écris seulement le prénom, celui que les collègues connaissent.
role-name-label = Prénom
role-name-write = Écrire le prénom
role-given = À donner à { $name }, et à personne d’autre : { $role } chez { $organisation }.
role-given-chat = Sur Telegram ou Discord, dans une conversation privée avec le bot :
role-given-page = Ou sans application, sur le web :
role-given-until = Le code marche une seule fois, jusqu’au { $day } inclus.
invite-how = Écris après /koppel le code que tu as reçu.
invite-wrong-code = Ce code ne marche pas. Il est faux, déjà utilisé, retiré ou trop ancien. Demande un nouveau code à la personne qui te l’a donné.
invite-in-group = Ce code était pour une seule personne, dans une conversation privée. Ici, tout le monde peut le lire. Il ne marche donc plus. Il en faut un nouveau.
role-welcome = Bonjour { $name }. Ton rôle chez { $organisation } : { $role }.
role-welcome-leave = Tout se trouve avec /menu. Tu peux aussi y quitter ton rôle.
staff-menu-open = Menu

# With or without the coach.
mode-to-without = Continuer sans coach
mode-to-with = Continuer avec coach
mode-without-sure = { $organisation } : continuer l’année { $year } sans coach ?
mode-without-means =
    Les résumés arrivent alors seulement dans le canal de ton organisation.
    Le ou la coach voit les cinq moments fixes, ce qui était déjà publié, et ce que tu partages.
    Le ou la coach ne peut plus rien planifier ni proposer.
mode-with-sure = { $organisation } : continuer l’année { $year } avec coach ?
mode-with-means =
    Les nouveaux résumés arrivent alors aussi chez le ou la coach.
    Le ou la coach peut à nouveau planifier et proposer des sondages. L’accord reste chez toi.
    Ce qui a été publié pendant une période sans coach reste où c’était.
mode-stays = Les cinq moments fixes de l’année restent. Rien d’autre ne change ni ne bouge. Tu peux toujours revenir en arrière.
mode-is-without = { $organisation } continue sans coach.
mode-is-with = { $organisation } continue avec coach.

# Linking a channel.
link-which = Quel canal relier à { $organisation } ?
link-team = Canal de notre équipe
link-coach = Canal avec le ou la coach
link-join = Canal pour participer
link-team-is = Canal de notre équipe : les résumés arrivent ici, aussi pendant une année sans coach.
link-coach-is = Canal avec le ou la coach : les résumés arrivent ici pendant une année avec coach.
link-join-is = Canal pour participer : un message y permet aux jeunes de participer. Jamais de résultats.
link-type-there = Écris ceci dans le groupe ou le canal de { $organisation } dont Pols est membre :
link-code-until = Le code marche une seule fois, jusqu’à { $time } le { $day }.
link-keep-private = Garde ce canal privé. Vérifie au début de chaque nouvelle période qui en est membre.
link-public = Ce canal est public : tout le monde peut lire. Les résumés des jeunes n’ont pas leur place ici. Rends le canal privé ou choisis-en un autre. Le code reste valable.
place-public-now = Ce canal est devenu public : tout le monde peut lire. Je n’y publie plus rien. Rends-le privé, puis relie-le à nouveau.

# What the desk answers to a wish it does not grant.
desk-may-not = Ce rôle ne le permet pas. Demande à la personne responsable de l’organisation.
desk-lead-invites = Il y a une personne responsable : c’est elle qui donne les rôles.
desk-no-role = Ce rôle n’existe pas. Choisis-en un dans la liste.
desk-bad-name = Ce n’est pas un prénom. Écris de 1 à 40 caractères, sur une ligne.
desk-bad-task = Cette séance ou ce moment n’existe pas ou plus. Choisis autre chose.
desk-bad-until = Ce jour n’est pas possible. Choisis un jour à partir d’aujourd’hui, au plus dans un an.
desk-no-duty = Personne n’a encore été choisi pour cela, ni les heures. Remplis d’abord « safeguarding » ou « fallback » dans le fichier de l’organisation.
desk-no-invitation = Cette invitation n’existe plus : utilisée, retirée ou trop ancienne.
desk-nobody = Cette personne n’a pas ou plus ce rôle. Rien n’a changé.
desk-mode-already = C’était déjà ainsi. Rien n’a changé.
desk-other-year = C’est une autre année de travail. Ouvre à nouveau le menu.

# On a page.
role-choose = Quel rôle ?
role-last-day = Jusqu’à quel jour inclus ?
role-done-taken-back = Le rôle est repris. C’est valable tout de suite.
role-done-left = Tu n’as plus ce rôle. Merci.
mode-done = C’est changé. Les cinq moments fixes sont sur la ligne du temps.

# The personal page, and the invitation to it.
team-you = Bonjour { $name }. Cette page est à toi.
team-keep = Garde cette adresse et ne la donne à personne : avec elle, on peut faire tout ce que tu peux.
team-chat = Menu
team-nobody = Personne n’a de rôle à cette adresse, ou plus. Demande une nouvelle invitation à la personne responsable.
team-invited = Bonjour { $name }. Invitation de { $organisation } : { $role }.
team-invited-how = Tu reçois une page à toi. Son adresse est ta clé : garde-la. Tu peux toujours y quitter ton rôle.
team-take = J’accepte
team-or-chat = Plutôt dans un chat ? Écris ceci sur Telegram ou Discord, dans une conversation privée avec le bot :

# The working year on a page.
year-title = Année de travail { $year }
year-with = Cette année se fait avec coach.
year-without = Cette année se fait sans coach.
year-without-coach-page = Ici se trouvent les cinq moments fixes, ce qui était déjà publié, et ce que l’organisation partage.

# At the command line.
cli-invite = Inviter quelqu’un avec un rôle : la première personne responsable, qui invite ensuite les autres.
cli-arg-role = le rôle
cli-arg-name = le prénom, celui que les collègues connaissent (pas pour safeguarding et fallback : il est dans le fichier)
cli-opt-session = pour une aide : la séance
cli-opt-until = pour une aide : le dernier jour, comme 2026-12-20
cli-invited =
    À donner seulement à { $name }. Sur Telegram ou Discord, dans une conversation privée avec le bot : /koppel { $code }
    Ou sur le web, après l’adresse de Pols : { $path }
    Le code marche une seule fois, pendant trois jours.
