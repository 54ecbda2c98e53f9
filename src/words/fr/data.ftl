privacy-kept = Que gardons-nous ? Tes réponses, avec un numéro au hasard. Ton nom et ton compte n'y sont pas.
privacy-reach = Le moyen de te joindre est gardé à part et verrouillé.
privacy-who = Qui voit quoi ? Les animateurs voient seulement les chiffres de tout le groupe, à partir de { $floor } réponses. Ce que tu écris toi-même est lu seulement par la personne qui vérifie les réponses ouvertes. Cela ne va jamais tout seul dans un canal.
privacy-long =
    Combien de temps ? Ce que tu écris toi-même : { $textDays ->
        [one] { $textDays } jour
       *[other] { $textDays } jours
    } au maximum. Tes autres réponses : jusqu'à { $answerMonths ->
        [one] { $answerMonths } mois
       *[other] { $answerMonths } mois
    } après l'année de travail, au maximum. Le moyen de te joindre : jusqu'à ce que tu arrêtes, puis { $stoppedDays ->
        [one] { $stoppedDays } jour
       *[other] { $stoppedDays } jours
    } au maximum. Que tu as dit « oui » : 3 ans. Les chiffres du groupe restent.
privacy-platform-telegram = Et Telegram ? Cette entreprise peut techniquement lire les messages de cette discussion et sait que tu parles avec moi. Si un juge le demande à cause d'un crime, Telegram peut donner ton numéro et ton adresse internet. Tu ne veux pas ça ? Demande le lien de notre page web.
privacy-platform-discord = Et Discord ? Cette entreprise peut techniquement lire les messages de cette discussion et sait que tu parles avec moi. Discord garde des données aux États-Unis. Je ne peux pas y effacer tes messages, toi bien. Tu ne veux pas ça ? Demande le lien de notre page web.
privacy-platform-web = Et cette page ? Elle est à nous. Dans ton navigateur, il y a de petits fichiers (des cookies) : un nom au hasard, pour savoir que c'est toi, et ta langue. Quelqu'un d'autre utilise aussi cet appareil ? Alors cette personne peut voir tes questions et tes données. Avec « { web-erase } », ces fichiers partent aussi.
privacy-rights-telegram =
    Tu peux passer chaque question.
    /mesdonnees : voir ce que nous gardons sur toi.
    /effacer : tout est effacé.
    /stop : plus de questions, tout de suite.
privacy-rights-discord =
    Tu peux passer chaque question.
    /{ discord-my-data-name } : voir ce que nous gardons sur toi.
    /{ discord-erase-name } : tout est effacé.
    /{ discord-stop-name } : plus de questions, tout de suite.
privacy-rights-web =
    Tu peux passer chaque question.
    « { web-my-data } » : voir ce que nous gardons sur toi.
    « { web-erase } » : tout est effacé.
    « { web-stop } » : plus de questions, tout de suite.

data-nothing = Nous ne gardons rien sur toi.
data-gone-tap = Nous ne gardons rien sur toi. Ce bouton ne fait plus rien.

data-link = Sur ta page, tu vois tout ce que nous gardons sur toi. Tu peux aussi y effacer des choses. Le lien marche une demi-heure. Ne le donne à personne.
data-link-here = Sur ta page, tu vois tout ce que nous gardons sur toi. Tu peux aussi y effacer des choses.
data-open = Ouvrir ma page

data-erase-title = Tout effacer ?
data-erase-what = Alors nous effaçons tout ce que nous gardons sur toi : tes réponses, ce que tu as écrit et le moyen de te joindre. Tu ne reçois plus de questions non plus.
data-erase-stays = Ceci reste : les chiffres de tout le groupe qui sont déjà faits. Ton nom n'y est pas. Tes propositions restent aussi, car nous ne savons pas de qui elles viennent.
data-erase-chat-telegram = Je n'efface pas ce qui est dans cette discussion. Tu peux le faire toi-même : supprime la discussion dans Telegram.
data-erase-chat-discord = Je n'efface pas ce qui est dans cette discussion. Tu peux effacer toi-même tes messages dans Discord.
data-erase-chat-web = Après, cet appareil ne te connaît plus.
data-erase-sure = Tu veux tout effacer ?
data-erase-yes = Oui, efface tout
data-erase-no = Non
data-erase-old = Ce bouton date d'il y a un moment. Je te le demande donc encore une fois.
data-not-erased = D'accord. Rien n'a été effacé.
data-erased = Tout est effacé.
data-erased-again = Tu veux participer à nouveau plus tard ? Utilise le lien de ton organisation.

data-remove = Est-ce que je retire ton message de cette discussion ? Ta réponse reste gardée.
data-remove-yes = Oui
data-remove-no = Laisse-le
data-removed = Ton message n'est plus dans la discussion.
data-remove-left = D'accord. Ton message reste.
data-remove-refused = Je ne peux plus le faire. Ton message est trop ancien, ou déjà parti. Tu peux le faire toi-même : garde ton doigt sur ton message et choisis « Supprimer ».
data-remove-busy = Cela ne marche pas maintenant. Tape encore sur « { data-remove-yes } » dans un moment.

data-title = Mes données
data-intro = Voici tout ce que nous gardons sur toi. Personne d'autre ne voit cette page.
data-intro-link = Voici tout ce que nous gardons sur toi. Qui a le lien de cette page peut la voir. Il marche une demi-heure.
data-you = Sur toi
data-channel = Comment nous te joignons
data-channel-telegram = Sur Telegram
data-channel-discord = Sur Discord
data-channel-web = Sur cette page web
data-unreachable = Les messages n'arrivent pas pour le moment.
data-language = Langue
data-age = Âge
data-age-13-15 = 13 à 15 ans
data-age-16-17 = 16 ou 17 ans
data-age-18 = 18 ans ou plus
data-text-only = Sans emoji
data-yes = Oui
data-paused = Repos jusqu'au
data-rest = Ton propre repos
data-rest-quiet = De { $from } à { $until }
data-asked = Jours où des questions sont parties
data-asked-why = Nous gardons cela pour que tu ne reçoives pas trop de questions.
data-request = Demandé à { $organisation } de te contacter
data-request-reach = Comment te joindre : { $reach }
data-joined = Tu participes depuis le { $day }.
data-stopped = Tu as arrêté le { $day }.
data-stopped-before = Tu as arrêté.
data-consent = Tu as dit « oui » le { $day } (texte { $version }).
data-consent-until = Cela vaut jusqu'au { $day } inclus.
data-consent-withdrawn = Tu as dit « stop » le { $day }.
data-presence = Où tu étais
data-presence-one = { $activity }, { $day }
data-rounds = Tes réponses
data-no-rounds = Aucune question ne t'a été posée.
data-round = { $activity }, { $day }
data-round-digested = Des chiffres du groupe en ont déjà été tirés. Ils ne changent plus.
data-status-dont_know = Tu as dit : je ne sais pas.
data-status-declined = Tu as dit : je préfère ne pas le dire.
data-status-skipped = Passée.
data-status-not_asked = Pas posée.
data-status-expired = Sans réponse.
data-status-open = Tu as choisi : { $answer }
data-status-typed = Tu as écrit :
data-status-typed-gone = Tu as écrit quelque chose. Le texte est déjà effacé.
data-answered-on = Le { $day }
data-erase-one = Efface cette réponse
data-erase-one-of = Efface cette réponse : { $question }
data-erase-one-along = Une question t'a été posée seulement à cause de cette réponse ? Alors cette réponse-là part aussi.
data-one-erased = Cette réponse est effacée.
data-one-gone = Cette réponse était déjà effacée.
data-take-along = À emporter
data-download = Télécharger tout dans un fichier (JSON)
data-erase-all = Tout effacer
data-page-old = Ce lien ne marche plus.
data-page-old-do = Demande un nouveau lien dans la discussion. Tout était déjà effacé ? Alors il n'y a plus rien à voir.
data-page-nobody = Sur cet appareil, nous ne te connaissons pas.
data-page-nobody-do = Rien n'est gardé sur toi ici. Tu participes sur Telegram ou Discord ? Demande ton lien là-bas.
