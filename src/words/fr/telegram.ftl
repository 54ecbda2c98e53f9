# Ce qui existe seulement sur Telegram : la liste des commandes, et l'invitation à écrire.
telegram-command-start = Commencer, ou recommencer
telegram-command-stop = Je ne veux plus de questions
telegram-command-help = Besoin d'aide ?
telegram-command-privacy = Que gardons-nous sur toi ?
telegram-command-language = Choisis ta langue
telegram-command-pause = Pas de questions pendant un mois
telegram-command-settings = Choisis ta langue, ton repos et l'aspect des questions
telegram-command-my-data = Vois ce que nous gardons sur toi
telegram-command-erase = Efface tout ce que nous gardons sur toi
telegram-command-propose = Propose un thème ou une question
telegram-command-koppel = Relier ce groupe avec un code
telegram-command-place-help = Que fait Pols dans ce groupe ?
telegram-type-here = Écris ta réponse ici, comme un message normal. { $max } caractères au maximum.
telegram-type-this = Écris-le ici, comme un message normal. { $max } caractères au maximum.
