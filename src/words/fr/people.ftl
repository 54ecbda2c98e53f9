# Coming in. Nothing is stored before a yes.
join-hello = Salut, je suis le bot de { $organisation }. Je ne suis pas une personne.
join-what = De temps en temps, je pose quelques questions courtes.
join-free = Tu choisis si tu participes. Si tu dis non, rien ne change pour toi.
join-who-sees = Qui voit quoi ? Les animateurs voient seulement les chiffres du groupe, à partir de { $floor } réponses. Ton nom n'est pas gardé avec ta réponse.
join-sensitive = Parfois, une question parle de quelque chose de sensible. Tu peux passer chaque question.
join-stop = Tu ne veux plus de questions ? Appuie sur « { button-stop } ». C'est tout de suite.
join-platform-telegram = Pour être honnête : cette discussion passe par Telegram. Cette entreprise peut techniquement lire ces messages et sait que tu parles avec moi.
join-platform-discord = Pour être honnête : cette discussion passe par Discord. Cette entreprise peut techniquement lire ces messages et sait que tu parles avec moi. Discord garde des données aux États-Unis. Je ne peux pas y effacer tes messages, toi bien.
join-platform-web = Cette page est à nous. Tu n'as pas besoin de compte.
join-more-kept = Que gardons-nous ? Tes réponses, avec un numéro au hasard. Le moyen de te joindre est gardé à part et chiffré.
join-more-small = Dans un petit groupe, nous ne montrons pas de nombres qui désignent une personne.
join-more-rights = Tu veux savoir ce que nous gardons sur toi, ou tu veux que ce soit effacé ? Demande à ton animateur.
join-question = Tu participes ?
join-yes = Oui, je participe
join-no = Non, plutôt pas
join-more = Plus d'explications
join-declined = D'accord. Nous ne gardons rien sur toi. Tu veux participer plus tard ? Ouvre le lien à nouveau.
join-done = Super, tu participes avec { $organisation }. Quand il y a des questions, elles seront ici.
join-already = Tu participes déjà avec { $organisation }. Quand il y a des questions, elles seront ici.
join-which = Avec quelle organisation veux-tu participer ?
join-link-unknown = Je ne connais pas ce lien. Demande un nouveau lien à ton animateur.
join-link-expired = Ce lien est trop vieux. Demande un nouveau lien à ton animateur.
join-post = { $organisation } aimerait savoir ce que cela signifie pour toi. Tu participes ? Tu reçois alors de temps en temps quelques questions courtes, en privé. Rien n'est obligatoire.
join-post-button = Je veux en savoir plus
start-needs-link = Salut. Pour participer, il te faut le lien ou le code QR de ton organisation. Demande-le à ton animateur.
nothing-open = Il n'y a pas de question pour toi maintenant. Ce que tu as écrit n'a pas été gardé.
reminder-lead = Ces questions sont encore là pour toi. Ce n'est pas obligatoire.

# Commands.
help =
    Je pose des questions courtes sur les activités de ton organisation. Je ne suis pas une personne, et ceci n'est pas une ligne d'aide : personne ne lit en direct.
    /stop : plus de questions, tout de suite.
    /start : participer à nouveau.
    /privacy : ce qui se passe avec tes réponses.
    Quelque chose te pèse ? Appelle le 103 (Écoute-Enfants) ou écris-leur en chat. Il y a un danger maintenant ? Appelle le 112 ou utilise l'app 112 BE.
privacy =
    Nous gardons tes réponses avec un numéro au hasard. Ton nom et ton compte n'y sont pas.
    Le moyen de te joindre est gardé à part et chiffré.
    Les animateurs voient seulement les chiffres du groupe, à partir de 5 réponses. Ce que tu écris toi-même ne va jamais tout seul dans un canal.
    Telegram ou Discord peut techniquement lire les messages de cette discussion. Tu ne veux pas ça ? Demande le lien de la page web.
    Tu peux passer chaque question. /stop : plus de questions, tout de suite.
    Tu veux savoir ce que nous gardons sur toi, ou tu veux que ce soit effacé ? Demande à ton animateur.

# In the chat of a coach or an organisation.
place-help = Avec /koppel et un code, tu relies ce chat à une organisation. Le code se trouve sur la page du coach et reste valable une demi-heure.
link-not-manager = Seule une personne qui gère ce chat peut le relier. Demande à un administrateur.
link-wrong-code = Ce code n'est pas valable. Il est faux, déjà utilisé ou vieux de plus d'une demi-heure. Fais-en un nouveau sur la page du coach.
link-done = C'est relié. Les aperçus de { $organisation } arrivent désormais ici. Vérifie qui est dans ce chat.
