nothing-open = Il n'y a pas de question pour toi maintenant. Ce que tu as écrit n'a pas été gardé.
reminder-lead = Ces questions sont encore là pour toi. Ce n'est pas obligatoire.

# Commands.
help =
    Je pose des questions courtes sur les activités de ton organisation. Je ne suis pas une personne, et ceci n'est pas une ligne d'aide : personne ne lit en direct.
    /stop : plus de questions, tout de suite.
    /start : participer à nouveau.
    /privacy : ce qui se passe avec tes réponses.
    Quelque chose te pèse ? Appelle le 103 (Écoute-Enfants) ou écris-leur en chat. Il y a un danger maintenant ? Appelle le 112 ou utilise l'app 112 BE.

# In the chat of a coach or an organisation.
place-help = Avec /koppel et un code, tu relies ce chat à une organisation. Le code se trouve sur la page du coach et reste valable une demi-heure.
link-not-manager = Seule une personne qui gère ce chat peut le relier. Demande à un administrateur.
link-wrong-code = Ce code n'est pas valable. Il est faux, déjà utilisé ou vieux de plus d'une demi-heure. Fais-en un nouveau sur la page du coach.
link-done = C'est relié. Les aperçus de { $organisation } arrivent désormais ici. Vérifie qui est dans ce chat.
