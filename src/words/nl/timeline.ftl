## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = Het moment “{ $name }” heeft geen titel. Zet er “title” bij: wat er dan gebeurt.
check-plan-when = Het moment “{ $name }” moet één dag hebben: zet er “on” bij met een datum, of “after” met een ander moment, niet allebei.
check-plan-unknown = “{ $name }” komt na “{ $moment }”, maar dat moment ken ik niet. Kies uit: { $known }.
check-plan-loop = Deze momenten wachten op elkaar in een kring: { $way }. Geef er één een datum met “on”.
check-plan-outside = Het moment “{ $name }” valt op { $date }. Dat is buiten het werkjaar, van { $first } tot { $last }. Kies een dag daartussen, of kijk “year” na.
check-plan-twice = Het vaste moment { $kind } staat hier nog eens, bij “{ $name }”. Houd er één per werkjaar.

# Moments by their kind, and what is talked about at the five fixed ones
plan-kind-evaluation-talk = Evaluatie- en planningsgesprek
plan-kind-impact-talk = Impactgesprek
plan-kind-timeline = De tijdlijn opmaken
plan-kind-june = Evaluatie in juni
plan-kind-year-end = Evaluatie op het einde van het werkjaar
plan-kind-peiling = Peiling
plan-kind-session = Sessie
plan-kind-feedback = Iets terugzeggen aan de jongeren
plan-kind-third = Taak voor iemand van buiten
plan-kind-other = Ander moment
plan-agenda-evaluation-talk =
    1. Hoe ging het vorig jaar?
    2. Wat willen we dit jaar weten? Kies één aspect.
    3. Wat peilen we dit jaar niet?
    4. Met de coach, of zonder?
plan-agenda-impact-talk =
    1. Welk verschil willen we maken voor jongeren?
    2. Waaraan merken jongeren dat zelf?
    3. Welke methode past daarbij? Niets moet.
plan-agenda-timeline =
    1. Wie doet wat, en wanneer?
    2. Hoeveel uur is dat?
    3. Wat kan iemand anders doen?
    4. Wanneer zeggen we iets terug aan de jongeren?
plan-agenda-june =
    1. Wat zeiden de jongeren die antwoordden, en wat viel op?
    2. Wat is er daarna veranderd?
    3. Hoeveel uur was gepland, en hoeveel was het echt?
    4. Wat houden we, wat veranderen we, wat stoppen we?
plan-agenda-year-end =
    1. Wat vertellen we over dit jaar?
    2. Wat leerden we over de manier van vragen?
    3. Delen we onze methodiek met anderen?
    4. Welk aspect volgend jaar, en met of zonder coach?

# The plan in lines
plan-title = Tijdlijn van { $organisation }: { $from } tot { $until }
plan-aspect = Dit jaar: { $aspect }
plan-empty = Deze maand staat er niets.
plan-many = { $count } × { $title } (dag { $days })
plan-status-done = gedaan
plan-status-moved = verplaatst
plan-status-dropped = geschrapt
plan-hours = { $hours } uur
plan-of-young = jongere: { $hours }
plan-of-worker = jeugdwerker: { $hours }
plan-of-coach = coach: { $hours }
plan-of-third = iemand van buiten: { $hours }
plan-month-hours = Uren · { $hours }
plan-planned = Gepland dit jaar · { $hours }
plan-real = Echt gedaan · { $hours }
plan-young = Bij jongere staat de tijd van één jongere.
plan-effort = { $taps ->
    [one] 1 handeling
   *[other] { $taps } handelingen
} van begeleiders na het plannen, bij { $sessions ->
    [one] 1 sessie
   *[other] { $sessions } sessies
} met een peiling. Nodig: 0.
plan-agreed = Akkoord op { $date } door { $by }: { $survey }
plan-overload = Veel werk: { $owner } heeft in { $month } { $hours }. Dat is meer dan { $limit }. Kan er iets later, of kan iemand helpen?
plan-unreachable = { $owner } krijgt geen herinnering: die naam heeft hier geen account, of is niet bereikbaar.

# The reminder, to the owner only
plan-reminder = Binnenkort: { $title }, op { $date }
plan-reminder-only = Alleen jij krijgt dit bericht. Het staat op de tijdlijn van { $organisation }.

# In private: buttons, questions, and what became of it
plan-button-done = Gedaan
plan-button-move = Verplaatsen
plan-button-owner = Wie doet het?
plan-button-hours = Uren
plan-button-person = Voor wie telt het?
plan-button-drop = Schrappen
plan-button-back = Naar de tijdlijn
plan-button-not = Toch niet
plan-five-done = De vijf momenten staan erbij. De dagen kan je veranderen.
plan-button-five = De vijf vaste momenten erbij zetten
plan-button-add = Iets erbij
plan-button-earlier = Vroeger
plan-button-later = Later
plan-button-address = In mijn agenda
plan-owner = Wie: { $owner }
plan-owner-none = Wie: nog niemand
plan-whose = Telt bij { $person }: { $hours }
plan-person-young = jongere
plan-person-worker = jeugdwerker
plan-person-coach = coach
plan-person-third = iemand van buiten
plan-own = Jouw taken bij { $organisation }
plan-own-none = Er staat nu niets voor jou.
plan-no-sessions = Er staan dit werkjaar geen sessies. Zonder sessies vraagt Pols niets.
plan-coach-five = Dit werkjaar is zonder coach. Hier staan de vijf vaste momenten.
plan-ask-real = Hoeveel uur was het echt? Tik, of schrijf een getal. 1,5 is anderhalf uur.
plan-ask-planned = Hoeveel uur is dit, denk je? Tik, of schrijf een getal. 1,5 is anderhalf uur.
plan-ask-day = Naar welke dag? Tik, of schrijf de dag, zoals 15/12.
plan-ask-reason = Waarom valt dit weg? Tik, of schrijf het in een paar woorden. Zet er geen namen van jongeren in.
plan-ask-owner = Wie doet dit? Tik op een naam, of schrijf een voornaam.
plan-ask-person = Bij wie tellen deze uren?
plan-ask-new = Wat komt erbij? Schrijf de dag en wat er gebeurt, zoals: 15/12 Affiche maken
plan-hours-unknown = Weet ik niet
plan-reason-time = Geen tijd
plan-reason-needless = Niet meer nodig
plan-reason-next-year = Volgend werkjaar
plan-write = Schrijf hier
plan-saved = ✔ Bewaard
plan-gone = Dit moment staat niet meer op de tijdlijn. Tik /tijdlijn om te zien wat er staat.
plan-over = Dit moment is al gedaan of geschrapt. Er is niets veranderd.
plan-bad-date = Die dag kan niet. Kies een dag van { $first } tot { $last }.
plan-bad-text = Schrijf 1 tot 60 tekens.
plan-bad-hours = Dat is geen aantal uren. Schrijf een getal, zoals 2 of 1,5.
plan-bad-new = Schrijf eerst de dag en dan wat er gebeurt, zoals: 15/12 Affiche maken
plan-address = De tijdlijn in je eigen agenda
plan-address-how = Kopieer dit adres. Kies in je agenda “abonneren” of “agenda toevoegen via URL” en plak het daar. Wat verandert, verandert ook daar.
plan-address-privacy = Wie dit adres heeft, ziet de tijdlijn. Thema’s en namen van jongeren staan er niet in.

# In a calendar of one's own
plan-calendar = Tijdlijn { $organisation }
plan-calendar-asked = Pols vraagt rond deze sessie iets aan de jongeren. Jij hoeft niets te doen.

# On the page
plan-heading = Tijdlijn
plan-change = Veranderen: { $title }
plan-field-real = Hoeveel uur was het echt? Mag leeg blijven.
plan-field-day = Welke dag?
plan-field-owner = Wie doet het? Een voornaam.
plan-field-planned = Hoeveel uur is dit, denk je?
plan-field-reason = Waarom valt het weg? Zonder namen van jongeren.
plan-field-what = Wat gebeurt er?
plan-field-move = Naar deze dag
