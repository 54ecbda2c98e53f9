## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = Le moment « { $name } » n'a pas de titre. Ajoutez « title » : ce qui se passe à ce moment.
check-plan-when = Le moment « { $name } » doit avoir un seul jour : ajoutez « on » avec une date, ou « after » avec un autre moment, pas les deux.
check-plan-unknown = « { $name } » vient après « { $moment } », mais je ne connais pas ce moment. Choisissez parmi : { $known }.
check-plan-loop = Ces moments s'attendent les uns les autres : { $way }. Donnez une date à l'un d'eux avec « on ».
check-plan-outside = Le moment « { $name } » tombe le { $date }. C'est en dehors de l'année de travail, du { $first } au { $last }. Choisissez un jour entre les deux, ou vérifiez « year ».
check-plan-twice = Le moment fixe { $kind } est ici une fois de plus, sous « { $name } ». Gardez-en un par année de travail.
