# Beelden bij de digest: balken met dezelfde woorden en getallen als de tabel.
drawn-alt = Beeld met balken. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label }: { $text }
drawn-change = Van start naar einde
drawn-moment-start = Bij de start
drawn-moment-end = Bij het einde
drawn-striped = Gestreept: het juiste aantal kan hier ergens liggen.
drawn-over-time = Over de tijd

# De tijdlijn als beeld
drawn-plan-alt = Beeld van de tijdlijn. { $parts }
drawn-lane-coach = Vaste momenten
drawn-lane-surveys = Peiling
drawn-lane-sessions = Activiteiten
drawn-lane-feedback = Terugkoppeling aan jongeren
drawn-lane-third = Taken voor anderen
drawn-others = andere
drawn-hours = Geplande uren per maand
drawn-number = { $number }
drawn-done = Gevuld: gedaan. Niet gevuld: nog te doen. Cijfers: hoeveel keer die maand; in een rondje: welk moment in de lijst.
