# What a young person arranges for themselves: language, rest, and how a card looks.
settings-language = In welke taal wil je lezen?
settings-language-done = Oké. Vanaf nu lees je alles in deze taal.
settings-title = Wat wil je anders?
settings-how = Tik om iets aan of uit te zetten. Er verandert niets aan je antwoorden.
settings-other-language = Andere taal
settings-plain = Makkelijker Nederlands
settings-text-only = Zonder plaatjes en emoji
settings-weekend = Niets in het weekend
settings-early = Niets voor 16 uur
settings-late = Niets na 19 uur
settings-pause = Een maand geen vragen
settings-paused = Oké. Je krijgt geen nieuwe vragen tot { $date }. Daarna weer wel. Wat hier al staat, mag je nog beantwoorden.
settings-resume = Toch weer vragen
settings-resumed = Oké. Je kan weer vragen krijgen.
settings-nobody = Ik ken je hier nog niet. Open eerst de link van je organisatie.
