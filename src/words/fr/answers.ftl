## Les réponses ouvertes, et ce qui en arrive dans un canal. Pour la personne qui modère et pour qui relit. B1.

answers-title = Réponses ouvertes chez { $organisation }
answers-count = { $count ->
    [0] Il n'y a rien à lire.
    [one] Une réponse n'est pas encore lue.
   *[other] { $count } réponses ne sont pas encore lues.
}
answers-waiting = { $count ->
    [0] Rien n'attend une deuxième lecture.
    [one] Un texte attend une deuxième lecture.
   *[other] { $count } textes attendent une deuxième lecture.
}
answers-how = Tu les lis une par une, dans le désordre. Qui a écrit quoi et quand n'est pas montré. Rien ne va tout seul dans un canal.
answers-private = Les réponses ouvertes se lisent seulement dans une conversation privée ou sur ta propre page.
answers-read = Lire
answers-approve = Relire des textes
answers-out = Ce qui est ou sera dans le canal
answers-back = Retour
answers-next = Suivant
answers-none = Tu as tout lu.
answers-not-here = Il reste quelque chose que nous ne montrons pas dans Discord. Ouvre-le sur ta propre page ou dans Telegram.
answers-some-activity = une activité
answers-names = Il y a peut-être un nom dedans. Il est caché.
answers-show-names = Montrer ce qui est caché
answers-few = Nous n'en faisons pas de citation : le groupe est trop petit, ou trop peu de personnes ont écrit. Ainsi personne n'est reconnaissable.
answers-sensitive = Cette question est sensible. On ne peut pas citer mot à mot. Le dire avec tes propres mots est possible.
answers-quote = Demander une citation
answers-paraphrase = Reformuler
answers-leave = Laisser
answers-erase = Effacer
answers-erase-sure = Effacer cette réponse ?
answers-erase-what = Les mots disparaissent. Une citation aussi, même si elle est déjà dans un canal. Le journal garde que quelque chose a été effacé, sans dire quoi ni de qui.
answers-erase-yes = Oui, effacer
answers-erase-no = Non, retour
answers-erased = Effacé.
answers-kept = Cela reste comme c'est.
answers-taken = Un collègue s'en est déjà occupé. Rien n'a changé.
answers-gone = Cette réponse n'est plus là, ou tu ne peux pas la lire ici. Rien n'a changé.
answers-write = Écrire
answers-write-field = Le texte
answers-write-shorter = C'est trop long pour une citation. Écris plus court : { $max } caractères au plus. La personne qui l'a écrit le lit avant que cela aille quelque part.
answers-write-anew = Écris-le comme on le lira : { $max } caractères au plus. La personne qui l'a écrit le lit avant que cela aille quelque part.
answers-write-language = Écris-le dans la langue de l'organisation, { $max } caractères au plus. Ainsi la langue ne dit pas qui c'était. La personne qui l'a écrit le lit avant que cela aille quelque part.
answers-write-own = Dis-le avec tes propres mots, { $max } caractères au plus. Ne reprends pas de phrases : on reconnaît quelqu'un à son style.
answers-write-rules = Pas de noms, de lieux, d'âges ni de comptes. Tu as une heure pour écrire.
answers-not-now = Finalement non
answers-rewrite = Écrire autrement
answers-text-empty = Il n'y a encore rien.
answers-text-long = C'est trop long. { $max } caractères au plus.
answers-text-script = Écris-le dans la langue de l'organisation, { $max } caractères au plus. Sinon la langue dit qui c'était.
answers-covered = Nous avons caché ce qui peut être un nom, un numéro, un compte ou un âge.
answers-draft-quote = Voici la citation :
answers-draft-paraphrase = Voici ce qu'on lirait, avec tes mots :
answers-then-quote = La personne qui l'a écrit le lit et choisit oui ou non. Ensuite un collègue relit. Cela arrive dans le canal un jour plus tard au plus tôt.
answers-then-paraphrase = Un collègue relit. Cela arrive dans le canal un jour plus tard au plus tôt.
answers-ask = Demander ainsi
answers-hand-on = Transmettre
answers-asked = La question est partie. Si c'est non, ou s'il n'y a pas de réponse, rien n'est montré.
answers-handed-on = Transmis. Un collègue va relire.

# La deuxième lecture.
answers-look-quote = Un jeune accepte que l'on lise ceci :
answers-look-paraphrase = Avec les mots d'un collègue :
answers-look-for = Peut-on deviner de qui il s'agit ? Attention aux noms, aux lieux, à un événement, à une façon de parler.
answers-yes = Approuver
answers-no = Ne pas publier
answers-own = Tu as choisi ce texte. Quelqu'un d'autre doit le relire.
answers-own-waiting = { $count ->
    [one] Un de tes textes attend quelqu'un d'autre.
   *[other] { $count } de tes textes attendent quelqu'un d'autre.
}
answers-no-quotes = Il n'y a rien à relire maintenant.
answers-approved = Approuvé. Cela arrive dans le canal le { $time }, dans un message à part.
answers-quote-gone = Ce texte n'est plus là. Rien n'a changé.
answers-quote-taken = Un collègue a déjà relu ce texte.
answers-out-title = Dans le canal, ou en route :
answers-out-none = Rien n'est dans le canal, et rien n'est en route.
answers-out-posted = y est
answers-out-soon = à venir
answers-withdraw = Retirer le numéro { $number }
answers-withdraw-sure = Retirer ce texte ? Le canal dira alors que des mots ont été retirés.
answers-withdraw-yes = Oui, retirer
answers-withdrawn = Retiré.
