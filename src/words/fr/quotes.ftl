# Ce qu'un jeune a écrit, dans un canal : d'abord une question à la personne qui l'a écrit. A2.
quote-may-we = On peut te demander quelque chose ?
quote-who = Tu as écrit quelque chose dans nos questions. { $organisation } voudrait en montrer un petit bout dans le canal des animateurs. Sans ton nom.
quote-who-coach = Tu as écrit quelque chose dans nos questions. { $organisation } voudrait en montrer un petit bout dans le canal des animateurs et du coach. Sans ton nom.
quote-how = Voici ce qu'on y lirait :
quote-free = Non, c'est aussi bien. Rien ne change pour toi.
quote-later = Tu dis oui et plus tard tu ne veux plus ? C'est possible, sur cette carte ou sur ta propre page.
quote-elsewhere = Nous ne montrons pas dans Discord ce que tu as écrit. Tu peux le lire et choisir sur ta propre page.
quote-yes = Oui, sans mon nom
quote-no = Non
quote-show = Montre-le sur ma page
quote-undo = Finalement non
quote-agreed = Tu as dit oui. Quelqu'un d'autre le relit d'abord, et il se passe au moins un jour avant que ce soit dans le canal.
quote-posted = Tu as dit oui. C'est dans le canal. Si tu appuies sur « { quote-undo } », nous enlevons ces mots.
quote-refused = D'accord. Nous ne l'utilisons pas.
quote-taken-back = D'accord. Les mots ne sont plus là. Qui les a déjà lus peut encore s'en souvenir.
quote-over = Cette question n'est plus ouverte. Rien n'a changé.
quote-not-taking-part = Tu ne participes pas en ce moment. Nous n'utilisons donc pas ces mots.

# Sur sa propre page.
data-quote-asked = { $organisation } peut montrer ceci, sans ton nom ?
data-quote-agreed = Tu as dit oui : on peut lire ceci, sans ton nom.
data-quote-posted = Ceci est dans le canal, sans ton nom.
data-quote-paraphrase = Un animateur a dit avec ses propres mots ce que tu as écrit, sans ton nom.
data-quote-done = C'est fait. Voici où on en est.

# Dans le canal : une seule voix, jamais à côté d'un chiffre.
quote-channel-own = Une jeune voix sur { $activity }
quote-channel-paraphrase = Sur { $activity }, avec les mots d'un animateur
quote-channel-yes = Partagé avec l'accord de la personne qui l'a écrit. C'est une seule voix.
quote-channel-words = C'est une seule voix, pas celle du groupe.
quote-channel-gone = Ici se trouvaient les mots d'un jeune. Ils ont été retirés.
quote-covered-age = âge
