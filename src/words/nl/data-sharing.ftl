## Gegevens voor anderen: akkoorden en wat er vertrekt. Voor wie een rol heeft (B1).

# An agreement, and what became of it.
sharing-head = { $name } stelt voor om gegevens van { $organisation } te delen
sharing-head-agreed = ✔ Akkoord om gegevens van { $organisation } te delen, door { $name }, op { $day }
sharing-head-declined = Liever niet: { $name } zei nee voor { $organisation }, op { $day }
sharing-head-withdrawn = Teruggetrokken door { $name } op { $day }, bij { $organisation }
sharing-head-ended = Gestopt op { $day }, bij { $organisation }
sharing-head-lapsed = Voorbij sinds { $day }, bij { $organisation }
sharing-receiver = Voor wie: { $receiver }
sharing-purpose = Waarvoor: { $purpose }
sharing-all = Wat: alle peilingen van { $organisation } in werkjaar { $year }
sharing-survey = Wat: de peiling ‘{ $aspect }’ in werkjaar { $year }
sharing-level-aggregates = Alleen cijfers die al in de overzichten staan. Wat in een overzicht verborgen is, blijft verborgen.
sharing-level-rows = Ook losse antwoorden, één rij per ingevulde peiling. Zonder naam, zonder open tekst en zonder gevoelige vragen. Uit elke sessie blijven er altijd een paar weg, door het lot. Pas vanaf 20 jongeren.
sharing-until = Tot en met: { $day }
sharing-foot = Niets vertrekt zonder akkoord. Niet antwoorden is geen akkoord.
sharing-foot-over = Er vertrekt niets meer. Wat al gegeven is, heeft de ontvanger nog.

# The list, and what can be done.
sharing-list = Gegevens delen · { $organisation }
sharing-list-how = Wie helpt met onderzoek kan cijfers krijgen, als de organisatie akkoord gaat. Daarin staat voor wie, waarvoor en tot wanneer.
sharing-list-none = Er is nog niets voorgesteld.
sharing-new = Stel voor om te delen
sharing-back = Gegevens delen
sharing-end = Stop hiermee
sharing-end-sure = Stoppen met gegevens voor { $receiver }?
sharing-end-how = Er vertrekt dan niets meer, en alle sleutels werken meteen niet meer. Later opnieuw delen kan met een nieuw akkoord.
sharing-end-yes = Ja, stop
sharing-end-no = Nee, laat lopen

# Putting one together.
sharing-make-receiver = Wie krijgt de gegevens?
sharing-make-receiver-how = Noem de organisatie en de dienst, zoals ‘Stad Antwerpen, dienst marktonderzoek’.
sharing-make-receiver-field = Wie krijgt ze
sharing-make-purpose = Waarvoor mag de ontvanger ze gebruiken?
sharing-make-purpose-how = Eén duidelijke zin. Voor iets anders is een nieuw akkoord nodig.
sharing-make-purpose-field = Waarvoor
sharing-make-year = Over welk werkjaar?
sharing-make-survey = Over welke peiling?
sharing-make-all = Alle peilingen
sharing-make-level = Hoeveel vertrekt er?
sharing-make-aggregates = Alleen cijfers
sharing-make-rows = Ook losse antwoorden
sharing-make-end = Tot wanneer mag er iets vertrekken?
sharing-make-end-field = Of een andere dag, zoals 2027-03-31
sharing-make-month = Nog een maand
sharing-make-year-end = Tot het einde van dit werkjaar
sharing-make-over = Dit voorstel is niet meer bezig. Begin opnieuw bij ‘Gegevens delen’.
sharing-proposed = Voorgesteld. Er vertrekt nog niets. { $leads ->
    [0] Er is nog niemand die akkoord kan geven: nodig een verantwoordelijke uit.
    [one] Eén persoon kan akkoord geven.
   *[other] { $leads } mensen kunnen akkoord geven.
}

# Why nothing changed.
sharing-bad-receiver = Schrijf wie de gegevens krijgt: 2 tot 100 tekens.
sharing-bad-purpose = Schrijf waarvoor: één zin van 10 tot 300 tekens.
sharing-bad-year = Kies dit werkjaar of het vorige.
sharing-bad-end = Dat is geen dag vanaf vandaag, of hij ligt meer dan 2 jaar ver. Schrijf de dag als 2027-03-31.
sharing-none = Dit akkoord over gegevens is er niet (meer).
sharing-decided = Hierover is al beslist. Er is niets veranderd.
sharing-over = De einddag van dit voorstel is voorbij. Stel het opnieuw voor met een latere dag.

# What leaves.
sharing-get = Bewaar als bestand
sharing-zip = Download de bestanden (zip)
sharing-here = Hier zijn de bestanden. Geef ze alleen aan de ontvanger in het akkoord.
sharing-back-one = Terug naar het akkoord
sharing-keys = Sleutels voor een programma
sharing-keys-are = Sleutels voor { $receiver }: { $count ->
    [0] er is er geen
    [one] er werkt er één
   *[other] er werken er { $count }
}
sharing-keys-how = Met een sleutel haalt een programma van de ontvanger de cijfers zelf op, zolang het akkoord geldt. Nooit losse antwoorden. Uitleg voor wie programmeert: { $url }
sharing-key-make = Maak een sleutel
sharing-key-stop = Stop alle sleutels
sharing-key-once = Dit is de sleutel. Hij wordt maar één keer getoond. Geef hem alleen aan de ontvanger.
sharing-key-where = Het adres is { $url }
sharing-key-stopped = De sleutels werken niet meer.
sharing-item = { $receiver }: { $state } (tot en met { $day })
sharing-state-proposed = wacht op akkoord
sharing-state-agreed = akkoord
sharing-state-declined = liever niet
sharing-state-withdrawn = teruggetrokken
sharing-state-ended = gestopt
sharing-state-lapsed = voorbij
sharing-done-proposed = Het is voorgesteld. Een verantwoordelijke beslist, in een privégesprek of op de eigen pagina.
sharing-done-withdrawn = Het voorstel is ingetrokken.
sharing-done-ended = Het is gestopt. Er vertrekt niets meer.
sharing-not-agreed = Hierover is er geen akkoord. Er vertrekt niets.
sharing-no-longer = Dit akkoord is voorbij. Er vertrekt niets meer. Wil je verder delen? Stel het opnieuw voor.
sharing-nothing-closed = Er is nog niets om te delen: geen enkele peiling van dit werkjaar is afgesloten.
sharing-few = Er zijn nog te weinig antwoorden om losse antwoorden te delen. Dat kan pas als minstens 20 jongeren meededen. Cijfers delen kan wel, met een ander akkoord.

# Columns and notes of the files.
sharing-column-row = Nummer van de rij, door het lot en alleen in dit bestand
sharing-column-period = Maand
sharing-column-survey = Peiling
sharing-column-moment = Wanneer gevraagd
sharing-column-example = Echt of voorbeeld
sharing-column-overview = Nummer van het overzicht, alleen in dit bestand
sharing-column-sessions = Hoeveel sessies samen
sharing-column-question = Vraag
sharing-column-about = Waarover het getal gaat
sharing-column-answers = Antwoord, of antwoorden samen
sharing-column-form = Hoe het getoond wordt
sharing-column-bound = Precies, minstens of hoogstens
sharing-column-low = Minstens zoveel mensen
sharing-column-high = Hoogstens zoveel mensen
sharing-column-base = Van zoveel mensen
sharing-column-share = In woorden
sharing-moment-start = bij de start
sharing-moment-end = op het einde
sharing-moment-after = na de sessie
sharing-about-answers = antwoorden
sharing-about-participation = hoeveel meededen
sharing-about-change = tweede antwoord naast het eerste
sharing-form-count = een aantal
sharing-form-words = in woorden
sharing-form-named = genoemd, zonder aantal
sharing-form-spread = verspreide antwoorden
sharing-form-texts = open antwoorden, zonder de tekst
sharing-form-hidden = verborgen: te weinig mensen
sharing-bound-exactly = precies
sharing-bound-at-least = minstens
sharing-bound-at-most = hoogstens
sharing-share-most = de meesten
sharing-share-half = ongeveer de helft
sharing-share-minority = een minderheid
sharing-change-better = beter dan bij de start
sharing-change-same = hetzelfde
sharing-change-lower = minder goed dan bij de start
sharing-change-twice = antwoordden twee keer
sharing-answer-other = iets anders
sharing-answer-silent = geen duidelijk antwoord
sharing-question-participation = Hoeveel mensen meededen
sharing-language-nl = Nederlands
sharing-language-en = Engels
sharing-language-fr = Frans
sharing-language-ar = Arabisch
sharing-value-real = echt
sharing-value-example = voorbeeld, verzonnen
sharing-value-chosen = gekozen
sharing-value-not-chosen = niet gekozen
sharing-note-frozen = Alle cijfers komen uit overzichten die vastliggen. Er is niet opnieuw naar antwoorden gekeken.
sharing-note-bounds = ‘Minstens’ en ‘hoogstens’ zijn grenzen, geen schattingen. Reken er niet mee alsof het aantallen zijn.
sharing-note-hidden = Verborgen betekent: te weinig mensen om het te tonen. Het betekent niet nul.
sharing-note-cause = Deze gegevens zeggen wat jongeren antwoordden. Ze bewijzen niet waardoor dat komt.
sharing-note-rows = Uit elke sessie blijven minstens { $left } mensen weg, door het lot en altijd dezelfde. De rijen zijn dus een steekproef van wie antwoordde.
sharing-note-unlinked = Rijen van dezelfde persoon horen niet zichtbaar bij elkaar. Nummers en volgorde zijn in elk bestand anders.
sharing-note-languages = Gebruikte talen, door minstens 10 jongeren: { $languages }. Van een rij staat er geen taal: wie welke taal spreekt, weet iedereen.
sharing-note-questions = Open vragen, gevoelige vragen en vragen die maar sommigen kregen, staan er niet in.
sharing-note-left-out = Niet elke sessie staat erin. Een sessie met weinig antwoorden, of waarvan iemand iets terugnam, blijft helemaal weg.

# The read-only interface, for programs.
sharing-api-no-key = Deze vraag heeft geen sleutel, of een sleutel die niet (meer) werkt. Vraag een nieuwe aan de organisatie.
sharing-api-too-often = Dit is te vaak. Wacht een minuut en vraag het dan opnieuw.
sharing-api-bad-page = Kies een bladzijde vanaf 1, en 1 tot 100 overzichten per bladzijde.
sharing-api-not-there = Op dit adres is er niets. Kijk in /api/openapi.json wat er wel is.
sharing-api-read-only = Hier kan je alleen lezen.

# On the command line.
cli-export = Toon akkoorden over gegevens, of schrijf de bestanden van een akkoord dat geldt. Akkoord geven kan hier niet.
cli-arg-agreement = nummer van het akkoord; zonder: toon ze allemaal
cli-opt-export-out = het bestand om te schrijven; zonder: de eigen naam, in deze map
cli-exported = Geschreven: { $file }
cli-export-there = { $file } bestaat al. Kies een andere naam met --out. Er is niets geschreven.
cli-export-cannot-write = { $file } kan niet geschreven worden. Kies een andere plaats met --out.
