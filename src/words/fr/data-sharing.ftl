## Données pour d'autres : accords et ce qui part. Pour qui a un rôle (B1).

# An agreement, and what became of it.
sharing-head = { $name } propose de partager des données de { $organisation }
sharing-head-agreed = ✔ Accord pour partager des données de { $organisation }, par { $name }, le { $day }
sharing-head-declined = Plutôt pas : { $name } a dit non pour { $organisation }, le { $day }
sharing-head-withdrawn = Retiré par { $name } le { $day }, chez { $organisation }
sharing-head-ended = Arrêté le { $day }, chez { $organisation }
sharing-head-lapsed = Terminé depuis le { $day }, chez { $organisation }
sharing-receiver = Pour qui : { $receiver }
sharing-purpose = Dans quel but : { $purpose }
sharing-all = Quoi : tous les sondages de { $organisation } pendant l'année { $year }
sharing-survey = Quoi : le sondage « { $aspect } » pendant l'année { $year }
sharing-level-aggregates = Seulement des chiffres qui sont déjà dans les aperçus. Ce qui est caché dans un aperçu reste caché.
sharing-level-rows = Aussi des réponses une par une, une ligne par sondage rempli. Sans nom, sans texte libre et sans questions sensibles. De chaque séance, quelques-unes restent toujours de côté, au hasard. Seulement à partir de 20 jeunes.
sharing-until = Jusqu'au { $day } inclus
sharing-foot = Rien ne part sans accord. Ne pas répondre n'est pas un accord.
sharing-foot-over = Plus rien ne part. Qui a déjà reçu des données les a encore.

# The list, and what can be done.
sharing-list = Partager des données · { $organisation }
sharing-list-how = Qui aide à la recherche peut recevoir des chiffres, si l'organisation est d'accord. L'accord dit pour qui, dans quel but et jusqu'à quand.
sharing-list-none = Rien n'a encore été proposé.
sharing-new = Proposer de partager
sharing-back = Partager des données
sharing-end = Arrêter ceci
sharing-end-sure = Arrêter les données pour { $receiver } ?
sharing-end-how = Plus rien ne partira, et toutes les clés cessent tout de suite de fonctionner. Partager de nouveau demande un nouvel accord.
sharing-end-yes = Oui, arrêter
sharing-end-no = Non, continuer

# Putting one together.
sharing-make-receiver = Qui reçoit les données ?
sharing-make-receiver-how = Nommez l'organisation et le service, comme « Ville d'Anvers, étude de marché ».
sharing-make-receiver-field = Qui les reçoit
sharing-make-purpose = Pour quoi peut-on les utiliser ?
sharing-make-purpose-how = Une phrase claire. Pour autre chose, il faut un nouvel accord.
sharing-make-purpose-field = Dans quel but
sharing-make-year = Sur quelle année ?
sharing-make-survey = Sur quel sondage ?
sharing-make-all = Tous les sondages
sharing-make-level = Combien part-il ?
sharing-make-aggregates = Seulement des chiffres
sharing-make-rows = Aussi des réponses une par une
sharing-make-end = Jusqu'à quand quelque chose peut-il partir ?
sharing-make-end-field = Ou un autre jour, comme 2027-03-31
sharing-make-month = Encore un mois
sharing-make-year-end = Jusqu'à la fin de cette année
sharing-make-over = Cette proposition n'est plus en cours. Recommencez à « Partager des données ».
sharing-proposed = Proposé. Rien ne part encore. { $leads ->
    [0] Personne ne peut encore donner son accord : invitez une personne responsable.
    [one] Une personne peut donner son accord.
   *[other] { $leads } personnes peuvent donner leur accord.
}

# Why nothing changed.
sharing-bad-receiver = Écrivez qui reçoit les données : 2 à 100 caractères.
sharing-bad-purpose = Écrivez dans quel but : une phrase de 10 à 300 caractères.
sharing-bad-year = Choisissez cette année ou la précédente.
sharing-bad-end = Ce n'est pas un jour à partir d'aujourd'hui, ou il est à plus de 2 ans. Écrivez le jour comme 2027-03-31.
sharing-none = Cet accord sur les données n'existe pas (ou plus).
sharing-decided = C'est déjà décidé. Rien n'a changé.
sharing-over = Le dernier jour de cette proposition est passé. Proposez-la de nouveau avec un jour plus tard.

# What leaves.
sharing-get = Garder en fichier
sharing-zip = Télécharger les fichiers (zip)
sharing-here = Voici les fichiers. À donner seulement à qui les reçoit selon l'accord.
sharing-back-one = Retour à l'accord
sharing-keys = Clés pour un programme
sharing-keys-are = Clés pour { $receiver } : { $count ->
    [0] il n'y en a pas
    [one] une fonctionne
   *[other] { $count } fonctionnent
}
sharing-keys-how = Avec une clé, un programme va chercher les chiffres tout seul, tant que l'accord est valable. Jamais des réponses une par une. Pour qui programme : { $url }
sharing-key-make = Faire une clé
sharing-key-stop = Arrêter toutes les clés
sharing-key-once = Voici la clé. Elle n'est montrée qu'une fois. À donner seulement à qui reçoit les données.
sharing-key-where = L'adresse est { $url }
sharing-key-stopped = Les clés ne fonctionnent plus.
sharing-item = { $receiver } : { $state } (jusqu'au { $day } inclus)
sharing-state-proposed = attend un accord
sharing-state-agreed = d'accord
sharing-state-declined = plutôt pas
sharing-state-withdrawn = retiré
sharing-state-ended = arrêté
sharing-state-lapsed = terminé
sharing-done-proposed = C'est proposé. Une personne responsable décide, en privé ou sur sa propre page.
sharing-done-withdrawn = La proposition est retirée.
sharing-done-ended = C'est arrêté. Plus rien ne part.
sharing-not-agreed = Il n'y a pas d'accord à ce sujet. Rien ne part.
sharing-no-longer = Cet accord est terminé. Plus rien ne part. Pour continuer à partager, proposez-le de nouveau.
sharing-nothing-closed = Il n'y a encore rien à partager : aucun sondage de cette année n'est terminé.
sharing-few = Il y a encore trop peu de réponses pour partager des réponses une par une. Il faut au moins 20 jeunes. Partager des chiffres est possible, avec un autre accord.

# Columns and notes of the files.
sharing-column-row = Numéro de la ligne, au hasard et seulement dans ce fichier
sharing-column-period = Mois
sharing-column-survey = Sondage
sharing-column-moment = Moment de la question
sharing-column-example = Réel ou exemple
sharing-column-overview = Numéro de l'aperçu, seulement dans ce fichier
sharing-column-sessions = Combien de séances ensemble
sharing-column-question = Question
sharing-column-about = De quoi parle le chiffre
sharing-column-answers = Réponse, ou réponses ensemble
sharing-column-form = Comment c'est montré
sharing-column-bound = Exactement, au moins ou au plus
sharing-column-low = Au moins autant de personnes
sharing-column-high = Au plus autant de personnes
sharing-column-base = Sur autant de personnes
sharing-column-share = En mots
sharing-moment-start = au début
sharing-moment-end = à la fin
sharing-moment-after = après la séance
sharing-about-answers = réponses
sharing-about-participation = combien ont participé
sharing-about-change = deuxième réponse à côté de la première
sharing-form-count = un nombre
sharing-form-words = en mots
sharing-form-named = nommé, sans nombre
sharing-form-spread = des réponses différentes
sharing-form-texts = réponses ouvertes, sans le texte
sharing-form-hidden = caché : trop peu de personnes
sharing-bound-exactly = exactement
sharing-bound-at-least = au moins
sharing-bound-at-most = au plus
sharing-share-most = la plupart
sharing-share-half = environ la moitié
sharing-share-minority = une minorité
sharing-change-better = mieux qu'au début
sharing-change-same = pareil
sharing-change-lower = moins bien qu'au début
sharing-change-twice = ont répondu deux fois
sharing-answer-other = autre chose
sharing-answer-silent = pas de réponse claire
sharing-question-participation = Combien de personnes ont participé
sharing-language-nl = néerlandais
sharing-language-en = anglais
sharing-language-fr = français
sharing-language-ar = arabe
sharing-value-real = réel
sharing-value-example = exemple inventé
sharing-value-chosen = choisi
sharing-value-not-chosen = pas choisi
sharing-note-frozen = Tous les chiffres viennent d'aperçus qui ne changent plus. Aucune réponse n'a été regardée de nouveau.
sharing-note-bounds = « Au moins » et « au plus » sont des limites, pas des estimations. Ne les additionnez pas comme des nombres.
sharing-note-hidden = Caché veut dire : trop peu de personnes pour le montrer. Cela ne veut pas dire zéro.
sharing-note-cause = Ces données disent ce que des jeunes ont répondu. Elles ne prouvent pas d'où cela vient.
sharing-note-rows = De chaque séance, au moins { $left } personnes restent de côté, au hasard et toujours les mêmes. Les lignes sont donc un échantillon de qui a répondu.
sharing-note-unlinked = On ne voit pas quelles lignes sont de la même personne. Les numéros et l'ordre changent dans chaque fichier.
sharing-note-languages = Langues utilisées, par au moins 10 jeunes : { $languages }. La langue d'une ligne n'est pas dite : chacun sait qui parle quoi.
sharing-note-questions = Les questions ouvertes, les questions sensibles et les questions posées à quelques-uns n'y sont pas.
sharing-note-left-out = Toutes les séances n'y sont pas. Une séance avec peu de réponses, ou dont quelqu'un a repris quelque chose, reste tout à fait de côté.

# The read-only interface, for programs.
sharing-api-no-key = Cette demande n'a pas de clé, ou une clé qui ne fonctionne pas (ou plus). Demandez-en une nouvelle à l'organisation.
sharing-api-too-often = C'est trop souvent. Attendez une minute et demandez de nouveau.
sharing-api-bad-page = Choisissez une page à partir de 1, et de 1 à 100 aperçus par page.
sharing-api-not-there = Il n'y a rien à cette adresse. Voyez dans /api/openapi.json ce qu'il y a.
sharing-api-read-only = Ici on peut seulement lire.

# On the command line.
cli-export = Montrer les accords sur les données, ou écrire les fichiers d'un accord valable. Ici personne ne peut donner son accord.
cli-arg-agreement = numéro de l'accord ; sans numéro : les montrer tous
cli-opt-export-out = le fichier à écrire ; sinon : son propre nom, dans ce dossier
cli-exported = Écrit : { $file }
cli-export-there = { $file } existe déjà. Choisissez un autre nom avec --out. Rien n'a été écrit.
cli-export-cannot-write = { $file } ne peut pas être écrit. Choisissez un autre endroit avec --out.
