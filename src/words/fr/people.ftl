nothing-open = Il n'y a pas de question pour toi maintenant. Ce que tu as écrit n'a pas été gardé.
reminder-lead = Ces questions sont encore là pour toi. Ce n'est pas obligatoire.

# Commands.

# In the chat of a coach or an organisation.
place-help = Avec /koppel et un code, tu relies ce chat à une organisation. Le code se trouve sur la page du coach et reste valable une demi-heure.
link-not-manager = Seule une personne qui gère ce chat peut le relier. Demande à un administrateur.
link-wrong-code = Ce code n'est pas valable. Il est faux, déjà utilisé ou vieux de plus d'une demi-heure. Fais-en un nouveau sur la page du coach.
link-done = C'est relié. Les aperçus de { $organisation } arrivent désormais ici. Vérifie qui est dans ce chat.
