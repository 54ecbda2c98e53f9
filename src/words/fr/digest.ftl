# Le résumé : le court message pour le coach après un tour de questions. Jamais de cause, jamais de classement, jamais une seule personne.
digest-heading = 📋 { $parts }
digest-theme = thème : { $theme }
digest-no-theme = le thème
digest-moment-start = au début
digest-moment-end = à la fin
digest-example = données d'exemple

digest-answers = Réponses : { $count } sur { $headcount } personnes présentes ({ $without } sans réponse)
digest-answers-full = Réponses : { $count } sur { $headcount } personnes présentes
digest-answers-least = Réponses : au moins { $count } sur { $headcount } personnes présentes (au plus { $without } sans réponse)
digest-answers-unknown = Réponses : { $count } (nombre de personnes présentes inconnu)
digest-answers-check = Réponses : { $count } (plus de réponses que de personnes présentes : pouvez-vous recompter ?)
digest-answers-few = Réponses : moins de { $floor }
digest-few = Cela arrive. Avec si peu de réponses, nous ne montrons rien. Ainsi, personne n'est reconnaissable.

digest-question = { $number }. { $question } — { $result }
digest-question-table = { $number }. { $question } (sur { $base })
digest-question-number = Question { $numbers }
digest-exactly = { $label } : { $count } sur { $base }
digest-at-least = { $label } : au moins { $count } sur { $base }
digest-at-most = { $label } : au plus { $count } sur { $base }
digest-count-exactly = { $count } sur { $base }
digest-count-at-least = au moins { $count } sur { $base }
digest-count-at-most = au plus { $count } sur { $base }
digest-row-exactly = { $count }
digest-row-at-least = au moins { $count }
digest-row-at-most = au plus { $count }
digest-no-answer = sans réponse
digest-other = autre chose
digest-most = la plupart : { $label }
digest-half = environ la moitié : { $label }
digest-minority = une minorité : { $label }
digest-share-most = la plupart
digest-share-half = environ la moitié
digest-share-minority = une minorité
digest-asked = { $result } (parmi les jeunes qui ont reçu cette question)
digest-named = { $labels } (choisi chaque fois par 3 jeunes ou plus)
digest-named-one = { $labels } (choisi par 3 jeunes ou plus)
digest-named-cell = choisi par 3 jeunes ou plus
digest-spread = réponses trop partagées pour être montrées une par une
digest-texts = Au moins { $count } jeunes ont écrit quelque chose. Cela ne vient pas dans ce message.
digest-result = Résultat
digest-hidden = trop peu de réponses pour les montrer
digest-hidden-text = les réponses ouvertes ne viennent pas dans ce message
digest-hidden-line = { $questions } : { $reason }
digest-on-page = voir la page web

digest-pairs-twice = ↔ Début et fin : au moins { $count } jeunes ont répondu deux fois. Seulement au début : { $start }. Seulement à la fin : { $end }.
digest-pairs-most = au plus { $count }
digest-pairs-few = aucun ou quelques-uns
digest-pairs-hidden = ↔ Début et fin : trop peu de jeunes ont répondu deux fois pour le montrer.
digest-pairs-change = Du début à la fin : { $result }.
digest-pairs-no-change = Nous ne montrons pas la différence entre le début et la fin. Ainsi, personne n'est reconnaissable.
digest-pairs-because = { $question } Le plus choisi : { $result }.
digest-pairs-because-named = { $question } Nommé : { $labels }.
digest-pairs-better = mieux
digest-pairs-same = pareil
digest-pairs-lower = moins bien, ou pas deux réponses

digest-part = { $label } ({ $text })

digest-compare = ↔ La fois précédente ({ $date }) : { $result }
digest-compare-few = ↔ La fois précédente ({ $date }) : trop peu de réponses pour comparer.
digest-compare-other = ↔ La fois précédente ({ $date }) : d'autres questions, donc rien à comparer.
digest-compare-higher = question { $number }, « { $part } » : semble plus élevé
digest-compare-lower = question { $number }, « { $part } » : semble plus bas
digest-compare-similar = question { $numbers } : à peu près pareil
digest-compare-figures = { $text } ({ $count } sur { $base }, alors { $countThen } sur { $baseThen })

digest-discuss-few = 👉 À discuter : qu'avez-vous remarqué vous-mêmes pendant cette activité ?
digest-discuss-help = 👉 À discuter, question { $number } : { $part }. Qu'est-ce qui peut aider la prochaine fois ?
digest-discuss-named = 👉 À discuter, question { $number } : { $part }. Qu'est-ce que vous y reconnaissez ?
digest-discuss-keep = 👉 À discuter, question { $number } : { $part }. Que voulez-vous surtout garder tel quel ?
digest-discuss-lower = 👉 À discuter, question { $number } : « { $part } » semble plus bas que la fois précédente. Qu'est-ce qui était différent alors ?
digest-discuss-higher = 👉 À discuter, question { $number } : « { $part } » semble plus élevé que la fois précédente. Qu'est-ce qui était différent maintenant ?
digest-discuss-pairs-lower = 👉 À discuter, du début à la fin : { $part }. Que se passait-il ? Se sentir moins bien peut aussi aller avec le thème.
digest-discuss-pairs-better = 👉 À discuter, du début à la fin : { $part }. Que voulez-vous surtout garder tel quel ?
digest-discuss-general = 👉 À discuter : qu'est-ce qui vous frappe, et à quoi ne vous attendiez-vous pas ?

digest-caution-small = ⚠️ Petit groupe. Ceci concerne les jeunes qui ont répondu, pas tous les jeunes.
digest-caution-few = ⚠️ Peu de réponses : un jeune de plus ou de moins change déjà le résultat. Ceci concerne les jeunes qui ont répondu, pas tous les jeunes.
digest-caution-some = ⚠️ Ceci concerne les jeunes qui ont répondu, pas tous les jeunes.
digest-caution-silent = { $caution } « Sans réponse », c'est aussi : je ne sais pas, je préfère ne pas le dire, ou question passée.
digest-feedback-open = ⚪ Retour vers les jeunes : encore à faire
digest-feedback-done = ✅ Retour vers les jeunes : fait le { $date }
digest-feedback-write = Répondre aux jeunes
