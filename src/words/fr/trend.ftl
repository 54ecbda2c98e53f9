# Au fil du temps : la même question, fois après fois. Jamais une ligne tirée de deux points, jamais une cause.
trend-heading = 📅 Au fil du temps · { $survey }
trend-question = { $number }. { $question } — { $part }
trend-between = de { $least } à { $most } sur { $base }
trend-hidden = trop peu de réponses
trend-break-scale = — à partir d'ici : une autre question ou d'autres réponses —
trend-break-set = — à partir d'ici : d'autres questions autour —
trend-few = Pas encore demandé trois fois de la même manière. On ne peut pas encore y lire une ligne.
trend-care = Chaque fois, un autre groupe a répondu. Voyez si vous vous y reconnaissez, et parlez-en.
trend-none = Il n'y a encore rien à mettre côte à côte. Il faut au moins deux aperçus qui montrent la même question.
trend-more = Question { $numbers } : voir la page web.
trend-older = Fois précédentes : voir la page web.
