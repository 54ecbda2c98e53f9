# Wat alleen op Telegram staat: de lijst van opdrachten, en de uitnodiging om te typen.
telegram-command-start = Begin, of begin opnieuw
telegram-command-stop = Ik wil geen vragen meer
telegram-command-help = Hulp nodig?
telegram-command-privacy = Wat bewaren we over jou?
telegram-command-language = Kies je taal
telegram-command-pause = Een maand geen vragen
telegram-command-settings = Kies je taal, je rust en hoe de vragen eruitzien
telegram-command-my-data = Zie wat we van jou bewaren
telegram-command-erase = Wis alles wat we van jou bewaren
telegram-command-propose = Stel een thema of een vraag voor
telegram-command-koppel = Koppel deze groep met een code
telegram-command-place-help = Wat doet Pols in deze groep?
telegram-type-here = Typ je antwoord hier, als een gewoon bericht. Maximaal { $max } tekens.
telegram-type-this = Typ het hier, als een gewoon bericht. Maximaal { $max } tekens.
