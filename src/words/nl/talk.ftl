## Het gesprek waarin coach en organisatie samen kiezen wat ze peilen. Voor wie een rol heeft (B1).

talk-head = Peilgesprek { $organisation } · { $number } van { $count }
talk-foot = Niets moet. Elke stap mag je overslaan, en later kom je hier terug.
talk-said = { $name }: { $text }
talk-aspect = Wat wil je weten?
talk-aspect-how = Eén ding, in één zin. Niet de hele werking.
talk-not = Wat peilen we niet?
talk-not-how = Schrijf op wat jullie nu laten liggen. Zo blijft het klein.
talk-series = Bij welke activiteit?
talk-series-how = De vragen horen bij één reeks sessies.
talk-of = Aan wie vragen we het?
talk-of-how = Wie antwoordt, kiest dat altijd zelf.
talk-method = Met welke methode?
talk-method-how = Kies er een uit de bibliotheek, of schrijf op hoe jullie het zelf doen.
talk-reason = Waarom meer dan drie vragen?
talk-reason-how = Deze methode heeft er meer dan drie. Wie akkoord moet geven, leest mee waarom.
talk-moment = Wanneer vragen we het?
talk-moment-how = Bij de start, op het einde, of wat later.
talk-tasks = Wie doet wat?
talk-tasks-how = Jullie hoeven niet alles zelf te doen. Tik op wie het doet. Schrijf dan wat, wanneer en hoeveel uur.
talk-name-aspect = Wat we willen weten
talk-name-not = Wat we niet peilen
talk-name-series = Activiteit
talk-name-of = Voor wie
talk-name-method = Methode
talk-name-reason = Waarom meer dan drie vragen
talk-name-moment = Wanneer
talk-name-tasks = Wie doet wat
talk-party-young = Jongeren
talk-party-worker = Begeleider
talk-party-coach = Impactcoach
talk-party-author = Jeugddienst of marktonderzoek: vragenlijst
talk-party-interviews = Team communicatie: interviews
talk-party-colleague = Deskundige of collega
talk-party-network = Iemand uit ons eigen netwerk
talk-task = { $party }: { $text } · { $date } · { $hours }
talk-no-day = nog geen dag
talk-no-hours = uren nog open
talk-task-how = Schrijf het op één regel. Bijvoorbeeld: 12/1 vragenlijst maken, 3 uur. Dag en uren mag je weglaten.
talk-task-for = Wie: { $party }
talk-write-how = Schrijf het hier, in hoogstens 200 tekens. Wie in het gesprek zit, leest het met jouw naam.
talk-write = Schrijven
talk-add = Iets toevoegen
talk-change = Anders schrijven
talk-own-method = Een eigen manier
talk-library = Bekijk de methodes
talk-method-line = { $title } ({ $count } { $count ->
    [one] vraag
   *[other] vragen
}, { $minutes } min werk)
talk-methods-more = Meer methodes
talk-methods-before = Vorige methodes
talk-take-back = Haal weg: { $text }
talk-next = Verder
talk-before = Terug
talk-to-overview = Naar het overzicht
talk-stop = Stop dit gesprek
talk-noted = Genoteerd. Het staat bij het gesprek.
talk-overview = Peilgesprek { $organisation }: dit staat er
talk-nothing = { $what }: nog niets
talk-can-draft = Hiermee kan een ontwerp van een peiling. Er wordt niets gevraagd voor er een akkoord is.
talk-lacking = Voor een ontwerp van een peiling is nog nodig: { $what }. Dat mag ook later.
talk-can-plan = Op de tijdlijn { $count ->
    [one] komt dan één taak
   *[other] komen dan { $count } taken
} met een dag.
talk-end-who = Wie het ontwerp maakt, kan er later niet zelf akkoord op geven. Laat dus iemand anders op de knop tikken.
talk-end-both = Maak het ontwerp en de tijdlijn
talk-end-plan = Zet de taken op de tijdlijn
talk-end-keep = Klaar, maak nog niets
talk-done = Peilgesprek { $organisation }: klaar
talk-done-next = Een ontwerp van een peiling vind je bij de peilingen. Daar stel je het voor, en daar komt het akkoord.
talk-see-surveys = Naar de peilingen
talk-see-timeline = Naar de tijdlijn
talk-new = Begin een nieuw gesprek
talk-stopped = Het peilgesprek van { $organisation } is gestopt. Er is niets gemaakt.
talk-over = Dit gesprek is voorbij. Met /peilgesprek begin je een nieuw of zie je wat er staat.
talk-empty = Er stond niets in je bericht. Schrijf het nog eens.
talk-long = Dat is te lang. Schrijf het in hoogstens 200 tekens.
talk-many = Hier staan al twaalf dingen. Haal eerst iets weg.

# On a page, where every step stands at once.
talk-page-begun = Het gesprek is begonnen.
talk-page-taken = Het is weggehaald.
talk-page-ended = Het gesprek is klaar. Wat ervan kwam, staat bij de peilingen en op de tijdlijn.
talk-page-stopped = Het gesprek is gestopt. Er is niets gemaakt.
talk-page-heading = Samen kiezen wat we peilen
talk-page-begin = Begin een peilgesprek
talk-page-name = Jouw naam
talk-page-party = Wie doet het?
talk-page-keep = Bewaar
talk-page-take = Haal weg
talk-page-how = In het gesprek staat wie wat schreef. Niets moet: je mag elk stuk leeg laten.
