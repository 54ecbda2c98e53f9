## De bibliotheek van methodes: zoeken, een kaart lezen, en wat er mis is in het bestand van een kaart. B1.
method-heading = Methodes om samen te kijken wat iets betekent
method-free = Kijk rond. Je hoeft er geen te gebruiken.
method-all = { $count ->
    [one] Er is 1 methode.
   *[other] Er zijn { $count } methodes.
}
method-fit = { $count ->
    [one] 1 methode: { $chosen }
   *[other] { $count } methodes: { $chosen }
}
method-none = Geen methode gevonden. Zoek met andere woorden, of kies minder.
method-quoted = “{ $words }”
method-too-many = { $count ->
    [one] Er is er nog 1. Zoek met een woord meer.
   *[other] Er zijn er nog { $count }. Zoek met een woord meer.
}
method-by-aspect = Waarover het gaat
method-by-time = Hoeveel tijd het vraagt
method-by-group = Voor wie het is
method-by-words = Zoek een woord
method-show-all = Toon alles
method-show-fit = Toon deze methodes
method-anew = Begin opnieuw
method-page = Open de bibliotheek als pagina
method-ask-aspect = Waarover moet het gaan?
method-ask-time = Hoeveel tijd mag het vragen?
method-ask-group = Voor wie zoek je?
method-which-words = Welk woord zoek je?
method-counted = { $label } ({ $count })
method-line = { $title }: { $measures }
method-own = { $title } (van jullie)
method-more = Verder
method-fewer = Vorige
method-search = Anders zoeken
method-back = Terug
method-gone = Deze methode staat niet meer in de bibliotheek.
method-stays = De licentie laat niet toe dat deze methode hier weggaat.
method-file = Geef me de kaart als bestand
method-file-here = Hier is de kaart “{ $title }”. Je kan ze afdrukken of doorsturen.
method-open-elsewhere = Bekijk ze waar ze staat
method-fact = { $label }: { $text }
method-kind-questions = Vragenlijst: Pols kan ze stellen.
method-kind-activity = Activiteit: jullie doen ze zelf, zonder Pols.
method-kind-link = Verwijzing: deze methode staat niet hier.
method-for = Voor wie
method-about = Gaat over
method-groups = Past bij
method-time = Tijd
method-time-both = { $young ->
    [one] 1 minuut voor de jongere
   *[other] { $young } minuten voor de jongere
}, { $staff ->
    [one] 1 minuut voor de begeleider
   *[other] { $staff } minuten voor de begeleider
}
method-time-staff = { $staff ->
    [one] 1 minuut voor de begeleider
   *[other] { $staff } minuten voor de begeleider
}, geen voor de jongere
method-items = Vragen
method-items-count = { $count ->
    [one] 1 vraag
   *[other] { $count } vragen
}
method-scale = Antwoorden
method-languages = Talen
method-languages-unread = { $all }. Nog niet nagelezen door iemand die met de taal opgroeide: { $unread }.
method-language-nl = Nederlands
method-language-en = Engels
method-language-fr = Frans
method-language-ar = Arabisch
method-accessibility = Toegankelijk
method-care = Regel dit eerst
method-where = Hier vind je ze:
method-questions = De vragen
method-open = eigen woorden
method-tally = Telblad
method-how = Zo doe je het
method-without-bot = Zo doe je het zonder Pols
method-example = Voorbeeld
method-rights = Bron, licentie en versie
method-source = Bron
method-credit = Gedeeld door
method-licence = Licentie
method-licence-none = Geen licentie. Zonder licentie kan je deze methode niet delen.
method-licence-name = { $name }.
method-may-free = Je mag ze veranderen.
method-may-marked = Je mag ze veranderen als je zegt wat je veranderde.
method-may-none = Je mag niets veranderen.
method-may-share = Je mag ze doorgeven.
method-not-share = Je mag ze niet doorgeven.
method-not-share-link = Wij mogen ze niet doorgeven.
method-not-commercial = Niet om winst mee te maken.
method-forbids = Let op
method-validated = Onderzochte schaal
method-origin = Gemaakt uit
method-parent = { $title }, versie { $version }, van { $credit }
method-version = Versie
method-changes = Wat er veranderde
method-aspect-feeling = gevoel
method-aspect-meaning = betekenis
method-aspect-belonging = erbij horen
method-aspect-voice = meepraten
method-aspect-learning = leren
method-aspect-change = verandering
method-aspect-wellbeing = welzijn
method-aspect-goals = eigen doelen
method-aspect-volunteering = vrijwilligerswerk
method-aspect-asking = bevraagd worden
method-time-5 = tot 5 minuten
method-time-15 = tot 15 minuten
method-time-more = meer dan 15 minuten
method-time-light = bijna geen tijd voor begeleiders
method-group-everybody = iedereen
method-group-accessible = wie het graag kort en voorspelbaar heeft
method-group-small-group = kleine groepen
method-group-large-group = grote groepen
method-group-under-13 = jonger dan 13
method-group-sixteen-up = vanaf 16
method-group-staff = begeleiders
method-library = Methodes
method-any = Alles
method-do-search = Zoek
method-list = Alle methodes
method-take = Meenemen
method-file-md = De kaart om te lezen of af te drukken
method-file-yaml = De kaart als YAML, voor een eigen instrumentarium
method-file-json = De kaart als JSON, voor andere programma's
method-look = Bekijk de methodes
check-card-language = Bij “{ $name }” ontbreekt { check-lang-name }. Andere teksten van deze kaart zijn er wel in die taal: vul “{ $language }” aan.
check-card-no-how = Een activiteit gebeurt zonder Pols. Zeg bij withoutBot hoe je ze doet.
check-card-items = Alleen een methode van de soort link zegt bij items hoeveel vragen ze heeft. Haal items weg.
check-card-changelog-ahead = Deze versie bij changelog bestaat nog niet: de kaart is versie { $version }. Verhoog version, of zet hier een lager getal.
check-card-changelog-order = Zet bij changelog de nieuwste versie bovenaan, en elke versie één keer.
