# Ce qui existe seulement sur Telegram : la liste des commandes, et l'invitation à écrire.
telegram-command-start = Commencer, ou recommencer
telegram-command-stop = Je ne veux plus de questions
telegram-command-help = Besoin d'aide ?
telegram-command-privacy = Que gardons-nous sur toi ?
telegram-command-koppel = Relier ce groupe avec un code
telegram-command-place-help = Que fait Pols dans ce groupe ?
telegram-type-here = ✍ Écris ta réponse ici, comme un message normal. { $max } caractères au maximum.
