# Sessions that are each too small to show, counted together. Never how many young people there were exactly.
together-period = { $sessions } times together, { $from } to { $until }
together-answers = Answers: at least { $count } young people, over { $sessions } times together. The last answer of each one counts.
together-figure = { $label }: { $count }
