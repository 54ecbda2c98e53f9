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
