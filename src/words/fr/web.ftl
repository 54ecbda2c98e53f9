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

# A device that goes from hand to hand.
tablet-title = Questions sur cet appareil
tablet-hello = Tu veux répondre à quelques questions courtes ?
tablet-hello-how = Les questions parlent de { $organisation }. Rien n'est obligatoire. La personne après toi ne voit pas ce que tu as choisi.
tablet-begin = Commencer
tablet-nothing = Il n'y a pas de question sur cet appareil pour le moment.
tablet-nothing-do = Demande à l'équipe quand les questions commencent.
tablet-alias = Choisis un mot que tu connaîtras encore tout à l'heure. Ou continue sans mot.
tablet-alias-why = Prends le même mot au début et à la fin. On voit ainsi si quelque chose a changé. Ne prends pas ton nom.
tablet-alias-field = Ton mot
tablet-alias-go = Continuer avec ce mot
tablet-alias-without = Continuer sans mot
tablet-alias-taken = Choisis un autre mot. Ce mot est déjà pris.
tablet-alias-short = Prends un mot d'au moins 2 lettres.
tablet-what = Je pose maintenant quelques questions courtes sur ce que tu fais et vis ici.
tablet-stop-how = Tu veux arrêter ? Appuie en bas sur « { tablet-wipe } ». Tout est effacé tout de suite.
tablet-shared = Cet appareil sert à tout le monde. La personne après toi ne voit pas ce que tu as choisi. Pas besoin de compte.
tablet-rights = Après la dernière question, on ne peut plus savoir ce qui est à toi. Tu veux que tout soit effacé ? Appuie sur « { tablet-wipe } » avant la dernière question.
tablet-once = On ne t'enverra rien plus tard : on ne sait pas comment te joindre.
tablet-wipe = Arrêter et effacer mes réponses
tablet-next = Personne suivante
tablet-thanks = C'est fini. Merci.
tablet-thanks-do = Tu peux passer l'appareil.
tablet-no = D'accord. Tu ne participes pas.
tablet-no-do = On ne garde rien sur toi. Tu peux passer l'appareil.
tablet-under-13 = Merci de le dire.
tablet-under-13-do = On peut participer ici à partir de 13 ans. On ne garde rien sur toi. Ton avis compte quand même : dis-le à l'équipe, qui peut le compter.
tablet-not-here = Tu ne peux pas participer maintenant.
tablet-not-here-do = Ce n'est pas à cause de toi : ces questions sont pour d'autres âges. On ne garde rien sur toi.
tablet-wiped = Arrêté et effacé.
tablet-wiped-do = Il ne reste rien de ce que tu as rempli. Tu peux passer l'appareil.
tablet-coach = Un appareil qui circule
tablet-coach-how = Pour qui n'a pas de téléphone. Ouvrez ce lien sur une tablette ou un téléphone de l'organisation et faites passer l'appareil. Qui a fini appuie sur « { tablet-next } ». Ne regardez pas l'écran.

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
