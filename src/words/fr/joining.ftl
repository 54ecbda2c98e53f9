# Coming in. Nothing is stored before a yes.
join-language = Dans quelle langue veux-tu lire ?
join-age = Quel âge as-tu ?
join-age-why = Nous le demandons parce que chaque âge ne peut pas participer partout. Nous gardons seulement ce groupe, pas ta date de naissance.
join-age-a = Moins de 13 ans
join-age-b = 13, 14 ou 15 ans
join-age-c = 16 ou 17 ans
join-age-d = 18 ans ou plus
join-hello = Salut, je suis le bot de { $organisation }. Je ne suis pas une personne.
join-what = De temps en temps, je pose quelques questions courtes sur ce que tu fais et vis ici.
join-free = Tu choisis si tu participes. Si tu dis non, rien ne change pour toi.
join-who-sees = Qui voit quoi ? Les animateurs voient seulement les chiffres du groupe, à partir de { $floor } réponses. Ton nom n'est pas gardé avec ta réponse.
join-sensitive = Parfois, une question parle de quelque chose de sensible, comme le racisme ou le genre. Tu peux passer chaque question.
join-stop = /stop : plus de questions, tout de suite. /wis : tout ce que nous gardons sur toi est effacé.
join-stop-web = Sous les questions, il y aura toujours des boutons. « { web-stop } » : plus de questions, tout de suite. « { web-erase } » : tout ce que nous gardons sur toi est effacé.
join-platform-telegram = Pour être honnête : cette discussion passe par Telegram. Cette entreprise peut techniquement lire ces messages et sait que tu parles avec moi. Tu ne veux pas ça ? Réponds alors sur notre page web.
join-platform-discord = Pour être honnête : cette discussion passe par Discord. Cette entreprise peut techniquement lire ces messages et sait que tu parles avec moi. Discord garde des données aux États-Unis. Je ne peux pas y effacer tes messages, toi bien. Tu ne veux pas ça ? Réponds alors sur notre page web.
join-platform-web = Cette page est à nous. Tu n'as pas besoin de compte.
join-more-kept = Que gardons-nous ? Tes réponses, avec un numéro au hasard. Ton groupe d'âge et le moyen de te joindre sont gardés à part et chiffrés.
join-more-small = Dans un petit groupe, nous ne montrons pas de nombres qui désignent une personne. Les résumés du groupe qui sont déjà faits restent.
join-more-rights = Tu veux savoir ce que nous gardons sur toi ? Envoie /mijndata. Tu veux que tout soit effacé ? Envoie /wis. Tu ne dois le demander à personne.
join-more-rights-web = Tu veux savoir ce que nous gardons sur toi ? Appuie sur « { web-my-data } ». Tu veux que tout soit effacé ? Appuie sur « { web-erase } ». Tu ne dois le demander à personne.
join-more-year = Chaque année de travail, nous demandons à nouveau si tu veux encore participer.
join-question = Tu participes ?
join-yes = Oui, je participe
join-no = Non, plutôt pas
join-more = Plus d'explications
join-on-web = Plutôt sur la page web
join-declined = D'accord. Nous ne gardons rien sur toi. Tu veux participer plus tard ? Ouvre le lien à nouveau.
join-under-13 = Merci de le dire. Ici, tu peux participer à partir de 13 ans. Nous ne gardons rien sur toi. Ton avis compte : tu peux le donner à ton animateur.
join-elsewhere = Dans cette application, tu ne peux pas participer ici. Sur notre propre page web, c'est possible. Tu n'as pas besoin de compte.
join-elsewhere-once = Le bouton marche pendant un jour. Ce que tu as déjà choisi, nous ne le demandons plus.
join-open-page = Vers la page web
join-not-here = Tu ne peux pas participer avec { $organisation } maintenant. Ce n'est pas à cause de toi : leurs questions sont pour d'autres âges. Tu ne reçois pas de questions ici.
join-done = Super, tu participes avec { $organisation }. Quand il y a des questions, elles seront ici.
join-already = Tu participes déjà avec { $organisation }. Quand il y a des questions, elles seront ici.
join-which = Avec quelle organisation veux-tu participer ?
join-link-unknown = Je ne connais pas ce lien. Demande un nouveau lien à ton animateur.
join-link-expired = Ce lien est trop vieux. Demande un nouveau lien à ton animateur.
join-link-used = Ce lien a déjà servi. Il ne marche qu'une fois. Tu veux participer ? Ouvre alors le lien de ton organisation.
join-post = { $organisation } aimerait savoir ce que cela signifie pour toi. Tu participes ? Tu reçois alors de temps en temps quelques questions courtes, en privé. Rien n'est obligatoire.
join-post-button = Je veux en savoir plus
start-needs-link = Salut. Pour participer, il te faut le lien ou le code QR de ton organisation. Demande-le à ton animateur.

# The yes of before has ended: asked once.
join-again = Tu veux encore participer ?
join-again-why = Tu participais avec { $organisation }. Un oui vaut pour une année de travail et pour une explication. C'est pourquoi nous demandons à nouveau. Si tu ne dis rien, tu ne reçois pas de questions.

# The page behind a link that was used already.
web-join-used = Ce lien a déjà servi.
web-join-used-do = Il ne marche qu'une fois. Tu participes déjà sur cet appareil ? Va alors à tes questions. Sinon, ouvre à nouveau le lien de ton organisation.
