# Des fois trop petites pour être montrées seules, comptées ensemble. Jamais le nombre exact de jeunes.
together-period = { $sessions } fois ensemble, { $from } à { $until }
together-answers = Réponses : au moins { $count } jeunes, sur { $sessions } fois ensemble. Pour chaque jeune, la dernière réponse compte.
together-figure = { $label } : { $count }
