# What stands in a typed text where something was taken out.
scrubbed-phone = numéro de téléphone
scrubbed-mail = adresse mail
scrubbed-link = lien
scrubbed-account = compte
scrubbed-bank = numéro de compte
scrubbed-national = numéro national
scrubbed-name = nom

# The help card. Short, plain, and never more than somebody can take in.
help-title = Tu veux parler à quelqu'un ?
help-not-kept = Ce que tu viens d'écrire n'est pas gardé. Personne ne le lit.
help-line = { $name }, { $for } : { $ways }.
help-spoken = (en { $languages })
help-chat = chat
help-chat-hours = chat ({ $hours })
help-mail = mail
help-app = l'app { $name }
help-call = appelle le { $number }
help-text = sms au { $number }
help-open-chat = Chat avec { $name }
help-open-mail = Écris à { $name }
help-danger = Il y a un danger maintenant ? Appelle le 112.
help-danger-app = Il y a un danger maintenant ? Appelle le 112 ou utilise l'app 112 BE.
help-ask = Demande à { $name } de me contacter
help-more = Plus de lignes d'aide
help-fine = Non, ça va
help-later = D'accord. Tu veux parler plus tard ? Demande à nouveau de l'aide.

# Asking to be contacted.
help-pass = Je transmets ton nom sur { $platform } à { $name } : { $handle }
help-pass-typed = Comment { $name } peut te joindre ? Écris par exemple ton numéro ou ton adresse mail.
help-no-answers = Je ne transmets que cela. Pas tes réponses.
help-or = { $name } n'est pas joignable ? Alors je le transmets à { $other }.
help-hours = { $name } est là maintenant. Les heures : { $hours }.
help-away = { $name } n'est pas là maintenant. Les heures : { $hours }.
help-yes = Oui, transmets
help-no = Non
help-write = Écris comment
help-handle = Voici comment me joindre
help-handle-empty = Il n'y a encore rien. Rien n'a été transmis.
help-handle-long = C'est trop long. { $max } caractères au plus. Rien n'a été transmis.
help-not-asked = D'accord. Rien n'a été transmis.
help-asked = Transmis à { $name }.
help-asked-before = Tu l'as déjà demandé à { $name }. La demande attend encore.
help-nobody = Ce n'est pas possible maintenant. Rien n'a été transmis. Tu peux toujours joindre les lignes d'aide. Il y a un danger maintenant ? Appelle le 112.
help-was-seen = { $name } a vu ta demande et va te contacter.
help-not-reached = Ta demande n'a pas pu être transmise : personne n'était joignable. Tu veux parler ? Tu peux toujours joindre les lignes d'aide. Il y a un danger maintenant ? Appelle le 112.
help-on-telegram = Telegram
help-on-discord = Discord
help-on-web = la page web

# For the person who is asked to contact somebody.
request-title = { $organisation } : un·e jeune te demande de prendre contact.
request-reach = Pour joindre ce·tte jeune ({ $platform }) :
request-no-answers = Tu ne vois aucune réponse. Le ou la jeune a fait ce choix.
request-danger = Tu penses qu'il y a un danger maintenant ? Suis la procédure de ton organisation ou appelle le 112.
request-after = Supprime ce message quand vous vous êtes parlé.
request-seen = Je prends contact
help-seen-thanks = Merci. Le ou la jeune apprend que tu as vu la demande.
help-seen-over = Cette demande a déjà été vue, ou elle est trop ancienne.

# Linking the private chat of that person.
staff-linked = C'est relié. Quand un·e jeune de { $organisation } demande un contact, tu reçois un message ici. Tu es seul·e à le voir.
staff-in-group = Ce code est pour un groupe ou un canal. Écris-le là.
staff-not-here = Ce n'est pas possible sur cette page. Fais-le dans une conversation privée avec le bot, sur Telegram ou Discord.

# What the bot can do, in a chat.
help-commands =
    Je suis un bot, pas une personne. Tu peux toujours me demander ceci :
    /stop : plus de questions, tout de suite.
    /langue : une autre langue. /pause : un mois de repos. /reglages : repos et boutons.
    /proposer : proposer un thème ou une question.
    /mesdonnees : ce qui est gardé de toi. /effacer : tout effacer. /confidentialite : qui voit quoi.
