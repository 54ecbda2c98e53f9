# Images du résumé : des barres avec les mêmes mots et les mêmes nombres que le tableau.
drawn-alt = Image avec des barres. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label } : { $text }
drawn-change = Du début à la fin
drawn-moment-start = Au début
drawn-moment-end = À la fin
drawn-striped = Hachuré : le nombre exact peut se trouver ici.
drawn-over-time = Au fil du temps

# La ligne du temps en image
drawn-plan-alt = Image de la ligne du temps. { $parts }
drawn-lane-coach = Moments fixes
drawn-lane-surveys = Sondage
drawn-lane-sessions = Activités
drawn-lane-feedback = Retour vers les jeunes
drawn-lane-third = Tâches pour d'autres personnes
drawn-others = autres
drawn-hours = Heures prévues par mois
drawn-number = { $number }
drawn-done = Rempli : fait. Non rempli : à faire. Chiffres : combien de fois ce mois-là ; dans un rond : quel moment de la liste.
