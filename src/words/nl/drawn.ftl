# Beelden bij de digest: balken met dezelfde woorden en getallen als de tabel.
drawn-alt = Beeld met balken. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label }: { $text }
drawn-change = Van start naar einde
drawn-moment-start = Bij de start
drawn-moment-end = Bij het einde
drawn-striped = Gestreept: het juiste aantal kan hier ergens liggen.
drawn-over-time = Over de tijd
