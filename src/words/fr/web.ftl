# The web pages for young people. A2.
web-here = Tes questions
web-waiting = Il n'y a pas de question pour le moment.
web-waiting-stay = Tu peux laisser cette page ouverte. Une nouvelle question arrive ici toute seule.
web-look = Voir s'il y a une nouvelle question
web-nobody = Tu ne participes pas encore sur cet appareil.
web-nobody-do = Tu as reçu un lien ou un code QR de ton organisation ? Ouvre-le à nouveau.
web-news = Il y a du nouveau sur cette page.
web-offline = Ça n'a pas marché. Rien n'est enregistré. Essaie encore.
web-no-line = Pas de connexion. Ta réponse part dès que la connexion revient. Laisse cette page ouverte.
web-limit = { $max } caractères au maximum.
web-empty = Il n'y a encore rien ici. Écris quelque chose, ou passe.
web-too-long = C'est trop long : { $length } caractères. Le maximum est { $max }. Ton texte est encore là. Fais plus court.
web-too-much = C'est trop de texte.
web-too-much-do = Rien n'est enregistré. Reviens en arrière et fais plus court.
web-keep = Garder ma réponse
web-help = Aide
web-privacy = Qui voit quoi ?
web-stop = Arrêter toutes les questions
web-more = Plus
web-language = Autre langue
web-pause = Un mois de repos
web-settings = Réglages
web-my-data = Qu'est-ce qui est gardé sur moi ?
web-erase = Effacer tout sur moi
web-propose = Proposer quelque chose

# Joining.
web-language-name = Français
web-languages = Choisis ta langue
web-joining = Participer
web-join-title = Participer avec { $organisation } ?
web-join-unknown = On ne connaît pas ce lien.
web-join-unknown-do = Il n'est peut-être pas copié en entier. Demande un nouveau lien à ton organisation.
web-join-expired = Ce lien ne marche plus.
web-join-expired-do = Demande un nouveau lien à ton organisation.

# One open question, for who answers the rest in a chat.
web-write = Ta réponse
web-write-kept = C'est enregistré.
web-write-kept-do = Tu peux retourner à la conversation.
web-write-helped = Regarde dans la conversation.
web-write-helped-do = Tu y trouves maintenant qui peut t'aider.
web-write-unknown = On ne connaît pas ce lien.
web-write-unknown-do = Retourne à la conversation et appuie encore sur le bouton.
web-write-expired = Cette question est déjà fermée.
web-write-expired-do = Rien n'est enregistré. Tu ne dois plus rien faire.

# Pages that only say something.
web-what = Pols pose de courtes questions aux jeunes.
web-what-how = Après une activité, Pols demande en quelques clics comment c'était. L'animateur ou l'animatrice voit seulement les chiffres du groupe. Tu participes si tu veux.
web-what-link = Tu veux participer ? Ouvre le lien ou le code QR de ton organisation.
web-examples = Essayer avec un exemple
web-not-found = Cette page n'existe pas.
web-not-found-do = Vérifie l'adresse. Ou ouvre à nouveau le lien que tu as reçu.
web-error = Il y a eu un problème chez nous.
web-error-do = Ce que tu viens de faire n'est peut-être pas enregistré. Reviens en arrière et réessaie plus tard.
web-busy = Pols démarre ou s'arrête un instant.
web-busy-do = Ce que tu viens de faire n'est pas enregistré. Reviens en arrière et réessaie dans une minute.
web-bad-form = Ce formulaire n'est plus bon.
web-bad-form-do = Rien n'est enregistré. Ouvre la page à nouveau et réessaie.
