## Voorstellen, akkoorden en pauzes van peilingen. Voor wie een rol heeft (B1).

# What a survey is.
agree-about = Waarover: { $aspect }
agree-method = Methode: { $method } ({ $count } { $count ->
    [one] vraag
   *[other] vragen
})
agree-when = Wanneer: { $when } Antwoorden kan tot { $window } later.
agree-at-start = bij de start van elke sessie van { $series }.
agree-at-end = op het einde van elke sessie van { $series }.
agree-after = { $time } na elke sessie van { $series }.
agree-reminder = Herinnering: één, na { $time }, voor wie nog niets tikte.
agree-no-reminder = Herinnering: geen.
agree-who = Wie: { $who }
agree-of-present = wie erbij was.
agree-of-subscribers = iedereen die meedoet.
agree-presence-ask = Wie misschien niet aanwezig was, krijgt eerst de vraag ‘Was je erbij?’.
agree-where = Waar: { $where }
agree-channels-all = op elk kanaal waar jongeren meedoen.
agree-channels-only = alleen via { $channels }.

# What changed.
agree-changes = Wat verandert er
agree-changes-more = En nog { $count } andere { $count ->
    [one] wijziging
   *[other] wijzigingen
}. Met ‘Probeer het’ zie je alles.
agree-changes-until = Tot er een akkoord is, loopt alles zoals nu afgesproken.
agree-diff = { $what }: was ‘{ $before }’, wordt ‘{ $after }’
agree-what-aspect = Waarover
agree-what-method = Methode
agree-what-when = Wanneer
agree-what-window = Tijd om te antwoorden
agree-what-reminder = Herinnering
agree-what-who = Wie
agree-what-where = Waar
agree-diff-question = Vraag { $number }: was ‘{ $before }’, wordt ‘{ $after }’
agree-diff-question-new = Nieuwe vraag: ‘{ $question }’
agree-diff-question-gone = Deze vraag valt weg: ‘{ $question }’
agree-diff-meaning = Uitleg bij vraag { $number }: was ‘{ $before }’, wordt ‘{ $after }’
agree-diff-option = Keuze bij vraag { $number }: was ‘{ $before }’, wordt ‘{ $after }’
agree-diff-option-new = Nieuwe keuze bij vraag { $number }: ‘{ $option }’
agree-diff-option-gone = Deze keuze valt weg bij vraag { $number }: ‘{ $option }’
agree-diff-order = De vragen staan in een andere volgorde.
agree-diff-rules = Vraag { $number } werkt anders: ‘{ $question }’. Met ‘Probeer het’ zie je hoe.
agree-diff-set = Er verandert iets aan hoe de vragen getoond worden. Met ‘Probeer het’ zie je hoe.

# A proposal, and what became of it.
agree-head = { $name } stelt een peiling voor bij { $organisation }
agree-head-draft = Ontwerp van een peiling bij { $organisation }: nog niet voorgesteld
agree-head-agreed = ✔ Akkoord bij { $organisation }, door { $name }, op { $day }
agree-head-declined = Liever niet: { $name } zei nee voor { $organisation }, op { $day }
agree-head-withdrawn = Teruggetrokken door { $name } op { $day }, bij { $organisation }
agree-head-overtaken = Dit voorstel bij { $organisation } is intussen veranderd. Deze versie vervalt.
agree-note = { $name }: { $text }
agree-foot = Niets gaat van start zonder akkoord. Niet antwoorden is geen akkoord.
agree-foot-draft = Een ontwerp vraagt niets aan jongeren. Eerst moet iemand het voorstellen, en daarna iemand anders akkoord geven.
agree-try = Probeer het
agree-yes = Akkoord
agree-ask = Vraag iets
agree-say = Antwoord
agree-no = Liever niet
agree-withdraw = Trek het voorstel in
agree-propose = Stel het voor
agree-look = Bekijk het
agree-ask-how = Schrijf je vraag of opmerking in één bericht. Ze gaat naar wie erbij betrokken is.
agree-ask-field = Jouw vraag of opmerking
agree-asked = Je bericht is verstuurd. Er is verder niets veranderd.
agree-late = Op dit voorstel kwam nog geen antwoord
agree-late-how = Het wacht nu een week. Er verandert niets: zonder akkoord gaat niets van start. Je kan het bespreken, laten staan of intrekken.
agree-note-new = Er is een bericht over een voorstel
agree-note-where = Je leest het op je pagina bij ‘Wat we vragen’, of in een privégesprek met de bot.
agree-proposed = Voorgesteld. { $leads ->
    [0] Er is nog niemand die akkoord kan geven. Nodig iemand uit als verantwoordelijke.
    [one] Eén persoon kan nu akkoord geven.
   *[other] { $leads } mensen kunnen nu akkoord geven.
}
agree-told-paused = Op pauze gezet op { $day }, bij { $organisation }. Er wordt niets gevraagd.
agree-told-resumed = Loopt verder sinds { $day }, bij { $organisation }.
agree-told-stopped = Gestopt op { $day }, bij { $organisation }. Er wordt niets meer gevraagd.

# The list.
agree-list = Wat { $organisation } vraagt aan jongeren
agree-list-none = Er is nog niets afgesproken en er wacht niets.
agree-waiting-none = Er wacht geen voorstel op akkoord.
agree-waiting = Deze voorstellen wachten op akkoord
agree-pause-which = Wat wil je op pauze zetten of stoppen?
agree-pause-none = Er loopt nu niets dat op pauze kan.
agree-row = { $mark } { $aspect } – { $state }
agree-state-agreed = afgesproken
agree-state-changed = loopt zoals afgesproken, een wijziging wacht
agree-state-paused = op pauze
agree-state-proposed = wacht op akkoord
agree-state-draft = ontwerp
agree-state-none = niet afgesproken
agree-new = Nieuw voorstel maken
agree-log = Wat is afgesproken
agree-back = Terug naar de lijst
agree-pause = Zet op pauze
agree-resume = Laat verder lopen
agree-stop = Stop
agree-done-paused = Op pauze. Er vertrekt geen enkele vraag meer. Wie al een vraag kreeg, kan nog antwoorden tot ze sluit.
agree-done-resumed = Het loopt verder. De volgende sessie krijgt weer vragen.
agree-done-stopped = Gestopt. Er vertrekt geen enkele vraag meer. Opnieuw beginnen kan met een nieuw voorstel.

# Trying it out.
agree-trying = Zo ziet een jongere het. Dit is een proef: niets wordt bewaard.
agree-try-language = Andere taal
agree-try-which = In welke taal wil je het proberen?
agree-try-again = Begin opnieuw
agree-try-all = Toon alle vragen
agree-try-over = Deze proef is voorbij. Begin opnieuw vanuit het voorstel.
agree-try-back = Terug naar het voorstel
agree-all = Alle vragen
agree-all-question = { $number }. { $question }
agree-all-open = eigen woorden
agree-all-scale = { $low } (0) tot { $high } (10)
agree-all-information = uitleg, geen vraag

# Making a proposal.
agree-make-method = Welke methode?
agree-make-series = Bij welke reeks sessies?
agree-make-moment = Wanneer?
agree-make-start = bij de start
agree-make-end = op het einde
agree-make-after = { $time } erna
agree-make-of = Aan wie?
agree-make-present = wie erbij was
agree-make-subscribers = iedereen die meedoet
agree-make-channels = Op welk kanaal?
agree-make-all = overal
agree-make-only = alleen { $channel }
agree-make-aspect = Wat wil je weten? Schrijf het in één zin, over één ding, van hoogstens 200 tekens.
agree-make-aspect-field = Wat wil je weten?
agree-make-take = Neem over: { $measures }
agree-make-reason = Deze methode heeft { $count } vragen. Dat is meer dan drie. Schrijf waarom dat nodig is: wie akkoord moet geven, leest het mee.
agree-make-reason-field = Waarom meer dan drie vragen?
agree-make-reason-note = Waarom meer dan drie vragen: { $reason }
agree-make-over = Dit ontwerp is niet meer bezig. Begin opnieuw met een nieuw voorstel.
agree-make-none = Er is nog geen methode of reeks om mee te beginnen. Dat staat in de bestanden van de organisatie.

# The log.
agree-log-name = akkoorden
agree-log-title = Wat is afgesproken met { $organisation }
agree-log-nothing = Er is nog niets afgesproken.
agree-log-proposals = Alle voorstellen
agree-log-proposed = Voorgesteld door { $name }
agree-log-agreed = Akkoord van { $name } op { $day }
agree-log-paused = Op pauze sinds { $from }
agree-log-paused-until = Op pauze van { $from } tot { $until }
agree-log-ended = Beëindigd door { $name } op { $day }
agree-log-is-proposed = { $aspect }: voorgesteld door { $by } op { $from }, wacht op akkoord
agree-log-is-agreed = { $aspect }: voorgesteld door { $by } op { $from }, akkoord van { $name } op { $day }
agree-log-is-declined = { $aspect }: voorgesteld door { $by } op { $from }, liever niet volgens { $name } op { $day }
agree-log-is-withdrawn = { $aspect }: voorgesteld door { $by } op { $from }, teruggetrokken door { $name } op { $day }
agree-log-is-overtaken = { $aspect }: voorgesteld door { $by } op { $from }, veranderd op { $day }
agree-on = Wat gold op { $day } bij { $organisation }
agree-on-none = Op die dag gold er geen enkel akkoord.
agree-on-runs = { $aspect } – akkoord van { $name } op { $day }
agree-on-paused = { $aspect } – akkoord van { $name } op { $day }; stond op pauze
agree-on-ended = { $aspect } – akkoord van { $name } op { $day }; eindigde die dag
agree-log-day = Een andere dag
agree-log-day-how = Welke dag? Schrijf ze als 2026-12-09.
agree-log-day-field = Dag, zoals 2026-12-09
agree-log-file = Bewaar als bestand
agree-log-here = Hier is het hele logboek, om te lezen en als tabel.
agree-nobody = niemand bekend
agree-door-page = de coachpagina
agree-door-line = de opdrachtregel
agree-column-what = wat
agree-column-survey = peiling
agree-column-version = versie
agree-column-aspect = waarover
agree-column-words = in gewone woorden
agree-column-proposed-by = voorgesteld door
agree-column-proposed-at = voorgesteld op
agree-column-agreed-by = akkoord van
agree-column-agreed-at = akkoord op
agree-column-ended-by = beëindigd door
agree-column-ended-at = beëindigd op
agree-column-paused = pauzes
agree-row-agreement = akkoord
agree-row-proposed = wacht op akkoord
agree-row-declined = liever niet
agree-row-withdrawn = teruggetrokken
agree-row-overtaken = veranderd

# Why nothing changed.
desk-no-name = Schrijf wie dit voorstelt: een naam van hoogstens 60 tekens.
desk-same-person = Wie iets voorstelt of maakt, geeft niet zelf akkoord. Vraag het aan iemand anders van de organisatie. Er is niets veranderd.
desk-agreed-already = Deze versie is al afgesproken. Er is niets veranderd.
desk-proposed-already = Dit is al voorgesteld en wacht op akkoord. Er is niets veranderd.
desk-no-survey-proposal = Dit voorstel is er niet (meer). Er is niets veranderd.
desk-survey-draft = Dit is nog een ontwerp: niemand heeft het voorgesteld. Er is niets veranderd.
desk-survey-declined = Op dit voorstel kwam al het antwoord ‘liever niet’. Er is niets veranderd.
desk-survey-withdrawn = Dit voorstel is teruggetrokken. Er is niets veranderd.
desk-survey-overtaken = Dit voorstel is intussen veranderd, dus deze versie vervalt. Er is niets veranderd aan wat loopt.
desk-bad-note = Schrijf 1 tot 400 tekens. Er is niets verstuurd.
desk-not-agreed = Hierover geldt nu geen akkoord. Er is niets veranderd.
desk-paused-already = Dit staat al op pauze. Er is niets veranderd.
desk-runs-already = Dit loopt al. Er is niets veranderd.
desk-bad-survey = Dit ontwerp klopt niet helemaal. Begin opnieuw met een nieuw voorstel.
desk-other-scale = Bij de start en op het einde van deze reeks hoort dezelfde schaal, anders kan niemand vergelijken. Kies een andere methode.
desk-bad-day = Dat is geen dag. Schrijf ze als 2026-12-09.

# On the coach's page, and on a page of the staff.
coach-survey-paused = op pauze: er wordt nu niets gevraagd
coach-survey-proposed = voorgesteld door { $name }: wacht op akkoord van de organisatie
coach-survey-draft = een ontwerp staat klaar: nog niet voorgesteld
coach-propose = Stel voor
coach-propose-note = Niets moet. Een verantwoordelijke van de organisatie krijgt het voorstel in een privégesprek, kan het daar proberen, en geeft zelf akkoord met een eigen account. Op deze pagina kan niemand akkoord geven.
coach-propose-name = Wie stelt het voor?
coach-note-say = Jouw antwoord
coach-note-send = Verstuur
coach-done-propose = Het is voorgesteld. De organisatie beslist.
coach-done-withdraw = Het voorstel is ingetrokken.
coach-done-note = Het bericht is verstuurd.
coach-log-save = Bewaar wat is afgesproken

# On the command line.
cli-propose = Stel een bevraging voor aan een organisatie. Akkoord geven kan daar alleen iemand met een eigen account.
cli-proposed = Voorgesteld: { $survey }. { $leads ->
    [0] Er is nog niemand die akkoord kan geven: nodig een verantwoordelijke uit.
    [one] Eén persoon kan akkoord geven.
   *[other] { $leads } mensen kunnen akkoord geven.
}
cli-agreements = Toon wat is afgesproken, door wie, op welke dag.
cli-opt-on = op welke dag, zoals 2026-12-09; zonder dag: vandaag
cli-opt-all = het hele logboek, als Markdown of CSV
