# The card of a question. The first line is what a phone shows in its notification: no theme, no name.
card-hello = { $count ->
    [one] Tu as { $count } petite question.
   *[other] Tu as { $count } petites questions.
}
card-hello-at-most = { $count ->
    [one] Tu as au maximum { $count } petite question.
   *[other] Tu as au maximum { $count } petites questions.
}
card-minutes = { $minutes ->
    [one] Environ { $minutes } minute. Il n'y a pas de mauvaise réponse.
   *[other] Environ { $minutes } minutes. Il n'y a pas de mauvaise réponse.
}
card-position = Question { $number } sur { $total }
card-position-at-most = Question { $number } sur { $total } au maximum
card-information = À lire
card-ahead = { $count ->
    [one] Après, il reste { $count } question.
   *[other] Après, il reste { $count } questions.
}
card-ahead-at-most = { $count ->
    [one] Après, il reste peut-être { $count } question.
   *[other] Après, il reste au maximum { $count } questions.
}
card-last = C'est la dernière question.

# Before the questions, for who may not have been there.
check-in-first = D'abord ceci
check-in = Tu étais là ?
check-in-about = Il s'agit de : { $activity }.

# How to answer.
hint-any = Touche tout ce qui va. Touche ensuite « { button-done } ».
hint-at-most = Choisis { $max } réponses au maximum. Touche ensuite « { button-done } ».
hint-at-least = Choisis { $min } réponses au minimum. Touche ensuite « { button-done } ».
hint-exactly = { $count ->
    [one] Choisis { $count } réponse. Touche ensuite « { button-done } ».
   *[other] Choisis { $count } réponses. Touche ensuite « { button-done } ».
}
hint-between = Choisis { $min } à { $max } réponses. Touche ensuite « { button-done } ».
hint-scale = 0 = { $low } · 10 = { $high }
kept = Ta réponse d'avant est encore là. C'est toujours juste ? Touche « { button-next } ».
kept-ticked = Ta réponse d'avant est encore là. C'est toujours juste ? Touche « { button-done } ».
kept-text = Ta réponse d'avant est encore là. C'est toujours juste ? Touche « { button-next } ». Ou écris une nouvelle réponse.
text-no-names = N'écris pas de noms ni de numéros, pas les tiens non plus.
text-no-helpline = Ceci n'est pas une ligne d'aide. Personne ne lit en direct.
text-write-there = Tu écris sur notre propre page, pas dans ce chat. Touche « { button-write-there } ».
picture-alt = Pictogrammes, dans cet ordre : { $options }.
text-field = Ta réponse

# Buttons.
button-dont-know = je ne sais pas
button-decline = je préfère ne pas le dire
button-skip = Passer
button-erase = Effacer ma réponse
button-back = Retour
button-later = Pas maintenant
button-stop = Arrêter les questions
button-done = C'est bon
button-next = Continuer
button-change = Changer mes réponses
button-write = Écris ta réponse
button-write-there = Écrire sur notre page
button-clip = Voir en langue des signes
button-absent = Je ne suis pas là
button-help = Où trouver de l'aide ?
button-change-absent = Changer ma réponse

# Behind an option that is chosen, for who wants no signs.
chosen = { $option } (choisi)

# The card at the end.
end-thanks = C'est fini. Merci. On te dira ce qu'on en fait.
end-change = Tu peux encore changer tes réponses jusqu'à la fermeture des questions.
end-closed-completed = C'est fini. Merci. Les questions sont maintenant fermées.
end-closed-partial = Les questions sont maintenant fermées. Merci pour ce que tu nous as dit.
end-closed-expired = Les questions sont maintenant fermées. Tu n'as plus rien à faire.
end-declined = D'accord, pas maintenant. Tu n'as rien à faire.
end-stopped = D'accord, tu ne recevras plus de questions. Tu en veux encore plus tard ? Envoie /start ou rouvre ton lien.
end-unreachable = On n'a pas pu t'envoyer ces questions. Tu en veux encore ? Envoie /start ou rouvre ton lien.
end-absent = D'accord. Merci de l'avoir dit. Tu n'as plus rien à faire.
end-absent-change = Une erreur ? Tu peux encore changer ceci jusqu'à la fermeture des questions.

# Short remarks next to the card.
notice-stale = Cela va avec une question qui est passée. Rien n'a changé.
notice-closed = Ces questions sont déjà fermées. Rien n'a changé.
notice-tap-please = Touche un des boutons de la question. Rien n'est encore enregistré.
notice-too-long = C'est trop long. { $count } caractères au maximum. Rien n'est encore enregistré.
notice-empty = Il n'y a rien dans ta réponse. Écris quelque chose, ou touche « { button-skip } ».
notice-pick-at-least = { $count ->
    [one] Choisis au moins { $count } réponse. Ou touche « { button-skip } ».
   *[other] Choisis au moins { $count } réponses. Ou touche « { button-skip } ».
}
notice-pick-at-most = { $count ->
    [one] Tu peux choisir { $count } seule réponse. Enlève d'abord ton autre choix.
   *[other] Tu peux choisir { $count } réponses au maximum. Enlève d'abord un autre choix.
}
notice-not-this-one = Ce bouton ne va pas avec cette question. Rien n'a changé.
notice-finished = Tu as déjà fini. Tu veux changer quelque chose ? Touche « { button-change } ».
notice-stopped = D'accord, tu ne recevras plus de questions.
notice-write-there = Écris cette réponse sur notre page. Touche « { button-write-there } ». Rien n'est encore enregistré.

# In a question, when nobody gave the theme of the session.
theme-unknown = le thème de cette fois

# In the terminal, where a question set is tried out.
play-how = Tape le numéro ou les mots d'un bouton, ou ta propre réponse. C'est un essai : rien n'est enregistré.
play-end = Appuie sur Entrée pour terminer.
play-help = Ici vient la carte qui dit qui peut aider.
play-activity = l'activité
play-organisation = l'organisation
