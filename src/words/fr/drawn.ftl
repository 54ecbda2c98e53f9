# Images du résumé : des barres avec les mêmes mots et les mêmes nombres que le tableau.
drawn-alt = Image avec des barres. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label } : { $text }
drawn-change = Du début à la fin
drawn-moment-start = Au début
drawn-moment-end = À la fin
drawn-striped = Hachuré : le nombre exact peut se trouver ici.
drawn-over-time = Au fil du temps
