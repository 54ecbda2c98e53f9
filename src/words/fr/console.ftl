# The coach's page. B1.
coach-example = organisation d'exemple
coach-example-note = Ceci est un exemple pour essayer Pols. Les réponses ne sont pas réelles.
coach-news = Il y a du nouveau dans les questions ouvertes ou les aperçus.
coach-adjust = Modifier

coach-faults = Il y a une erreur dans les réglages
coach-faults-note = Pols continue avec la dernière bonne version. Montrez ceci à la personne qui gère les fichiers.

# Open rounds.
coach-open = Ouvert maintenant
coach-open-none = Aucune question n'est ouverte pour le moment.
coach-open-about = { $series }, { $date }
coach-open-until = ouvert jusqu'à { $time }
coach-open-no-counts = Nous ne montrons pas combien de jeunes ont déjà répondu. L'aperçu le dira.
coach-open-nobody = Personne ne participe encore, donc personne n'a reçu ces questions. Partagez d'abord le lien pour participer.
coach-close = Fermer maintenant et faire l'aperçu
coach-close-note = Les jeunes qui sont en train de répondre ne pourront plus le faire. L'aperçu ne change plus ensuite.
coach-examples = Faire répondre douze jeunes d'exemple
coach-examples-note = Ce sont des données d'exemple. L'aperçu le dit aussi.

# Digests.
coach-digests = Aperçus
coach-digests-none = Il n'y a pas encore d'aperçu. Il arrive ici tout seul quand les questions se ferment.
coach-digest-answer = Réponse
coach-digest-count = Combien
coach-digest-older = Aperçus plus anciens

# Sessions.
coach-sessions = Séances
coach-hold = Tenir une séance maintenant
coach-hold-note = Pols crée une séance qui se termine maintenant. Les questions d'après séance partent tout de suite.
coach-sessions-soon = Maintenant et bientôt
coach-sessions-soon-none = Aucune séance n'est prévue.
coach-sessions-past = Passées
coach-sessions-more = { $count } autres séances
coach-session-now = en cours
coach-session-cancelled = annulée
coach-session-theme = Thème : { $theme }
coach-session-headcount = Présents : { $count }
coach-add = Ajouter une séance
coach-series = Série
coach-starts = Commence le
coach-theme = Thème
coach-theme-hint = Quelques mots. Pas de noms.
coach-optional = peut rester vide
coach-headcount = Nombre de personnes présentes
coach-headcount-hint = Comptez toutes les personnes présentes, aussi celles qui ne répondent pas aux questions.
coach-save-headcount = Enregistrer le nombre
coach-save-theme = Enregistrer le thème
coach-move = Déplacer
coach-move-hint = Les questions suivent.
coach-cancel = Annuler cette séance
coach-cancel-note = Les jeunes ne reçoivent alors pas de questions sur cette séance.
coach-end = Terminer maintenant
coach-end-note = Les questions d'après séance partent alors tout de suite.

# Surveys.
coach-surveys = Ce que nous demandons
coach-survey-agreed = convenu
coach-survey-changed = modifié : tourne comme convenu, la modification attend un accord
coach-survey-waiting = attend un accord : rien n'est encore demandé
coach-survey-how = { $series } · méthode : { $method }

# Joining and channels.
coach-join = Participer
coach-join-how = Faites scanner ce code aux jeunes ou partagez le lien. La participation est libre.
coach-join-none = Aucun canal n'est encore réglé.
coach-channel-web = Page web
coach-channel-telegram = Telegram
coach-channel-discord = Discord
coach-qr = Code QR pour participer par { $channel }
coach-qr-save = Enregistrer le code QR
coach-places = Où vont les aperçus
coach-places-here = Toujours sur cette page.
coach-place-linked = relié le { $date }
coach-place-gone = plus joignable : reliez-le à nouveau
coach-place-join = pour participer
coach-link = Relier un canal de coach
coach-link-join = Relier un canal pour participer
coach-link-how = Tapez ceci dans le groupe ou le canal dont Pols est membre :
coach-link-until = Le code marche une fois, jusqu'à { $time } (30 minutes).

coach-quiet = Heures calmes
coach-quiet-how = Entre { $from } et { $until }, nous n'envoyons pas de messages aux jeunes. Ce qui est prêt part ensuite. La page web n'envoie rien : qui l'ouvre peut toujours répondre.

# What became of a wish.
coach-done-hold = La séance a eu lieu. Les questions sont parties.
coach-done-add = La séance est ajoutée.
coach-done-move = La séance est déplacée.
coach-done-cancel = La séance est annulée. Rien ne sera demandé.
coach-done-end = La séance est terminée.
coach-done-headcount = Le nombre de personnes présentes est enregistré.
coach-done-theme = Le thème est enregistré.
coach-done-close = Les questions sont fermées. L'aperçu est ci-dessous.
coach-done-examples = Douze jeunes d'exemple ont répondu.

# Why a wish cannot be granted, and what to do.
desk-no-organisation = Nous ne connaissons pas cette organisation. Vérifiez le nom.
desk-no-series = Cette série n'existe pas (plus). Choisissez une série dans la liste.
desk-no-session = Cette séance n'existe plus. Rechargez la liste et choisissez à nouveau.
desk-no-survey = Ce sondage n'existe pas (plus). Regardez dans la liste des sondages.
desk-no-round = Nous ne connaissons pas ces questions. Rechargez la liste et choisissez à nouveau.
desk-bad-time = Ce moment n'est pas valable. Donnez un jour et une heure, comme 2026-12-09T14:00.
desk-bad-headcount = Donnez un nombre entier de 1 à 1000.
desk-bad-theme = Donnez un thème de 1 à 60 caractères.
desk-session-over = Cette séance est déjà passée. Cela ne peut plus changer.
desk-session-cancelled = Cette séance est annulée. Créez une nouvelle séance.
desk-round-over = Ces questions sont déjà fermées. Regardez dans les aperçus.
desk-not-an-example = C'est seulement possible pour une organisation d'exemple. Les vraies réponses viennent des jeunes.
desk-nothing-asked = Rien n'est convenu pour ce moment de cette série. Notez d'abord un accord.
desk-no-digest = Il n'y a pas encore d'aperçu. Il arrive quand les questions sont fermées.

coach-tally = Compté sur papier
coach-tally-how = Quelqu'un n'avait pas de téléphone, ou était trop jeune ? Comptez les réponses sur papier et indiquez-les ici, jusqu'à une semaine après la fermeture. Nous les gardons à part : elles n'entrent pas dans l'aperçu et jamais parmi les réponses des jeunes.
coach-tally-keep = Garder le comptage
coach-done-tally = Le comptage est gardé.
desk-tally-late = Ces questions sont fermées depuis plus d'une semaine. Le comptage ne peut plus être ajouté.
desk-tally-number = Un des nombres n'est pas correct. Donnez partout un nombre entier de 0 à 1000, ou laissez vide. Rien n'a été gardé.
desk-tally-headcount = Vous avez compté { $people } jeunes, mais il y en avait { $headcount }. Vérifiez le comptage, ou changez d'abord le nombre de présents. Rien n'a été gardé.

coach-feedback = Vous avez dit, nous faisons
coach-feedback-how = Dites ce que deviennent les réponses. Cela part vers toutes les personnes qui ont participé, dans leur langue là où vous la remplissez. Ce n'est pas obligatoire, et les questions suivantes n'attendent pas.
coach-feedback-said = Vous avez dit
coach-feedback-doing = Nous faisons
coach-feedback-cannot = Ceci n'est pas possible maintenant, parce que
coach-feedback-todo = à faire
coach-feedback-sent = envoyé le { $date }
coach-feedback-languages = Aussi dans d'autres langues
coach-feedback-send = Envoyer aux participants
coach-feedback-once = Cela part une seule fois et ne peut plus changer.
coach-done-feedback = C'est en route vers les participants.
desk-feedback-half = Indiquez en néerlandais ce qui a été dit et ce que vous faites, 200 caractères au plus chacun. Si vous commencez une autre langue, remplissez-la aussi entièrement. Rien n'a été envoyé.
desk-feedback-sent = On a déjà écrit à propos de cet aperçu. Rien n'a été envoyé.
desk-feedback-late = Cet aperçu a plus de 60 jours. Rien n'a été envoyé.
