# Wat alleen op Telegram staat: de lijst van opdrachten, en de uitnodiging om te typen.
telegram-command-start = Begin, of begin opnieuw
telegram-command-stop = Ik wil geen vragen meer
telegram-command-help = Hulp nodig?
telegram-command-privacy = Wat bewaren we over jou?
telegram-command-koppel = Koppel deze groep met een code
telegram-command-place-help = Wat doet Pols in deze groep?
telegram-type-here = ✍ Typ je antwoord hier, als een gewoon bericht. Maximaal { $max } tekens.
