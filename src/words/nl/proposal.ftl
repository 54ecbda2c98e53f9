# Young people propose a theme or a question.
proposal-which = Voor welke organisatie is je voorstel?
proposal-write-again = Wat je schreef, is nog niet bewaard. Schrijf het straks opnieuw.
proposal-ask = Schrijf je thema of vraag in één bericht.
proposal-who = De begeleiders van { $organisation } lezen het. Ze zien niet van wie het komt.
proposal-field = Jouw thema of vraag
proposal-write = Schrijf je voorstel
proposal-kept = Dank je. Je voorstel staat op de lijst van { $organisation }. De begeleiders lezen het en zien niet van wie het komt.
proposal-enough = Je deed vandaag al { $most } voorstellen. Dit is niet bewaard. Morgen kan je er weer een doen.
proposal-empty = Er staat nog niets. Schrijf je thema of vraag in één bericht.
proposal-long = Dat is te lang. Hoogstens { $max } tekens. Er is niets bewaard. Probeer het korter.
proposal-not-yet = Voorstellen doe je als je meedoet met een organisatie. Je doet nu nergens mee. Er is niets bewaard.

# On the coach's page.
coach-proposals = Voorstellen van jongeren
coach-proposals-none = Er zijn geen nieuwe voorstellen. Jongeren kunnen er een doen met /voorstel.
coach-proposals-note = We weten niet van wie een voorstel komt. Wat op een naam lijkt, is afgedekt. Staat er toch iets in dat naar iemand wijst? Tik dan op “{ coach-proposal-done }”: dan is het weg.
coach-proposal-on = { $date }
coach-proposal-done = Afgehandeld
coach-done-proposal = Het voorstel is van de lijst.
desk-no-proposal = Dit voorstel staat niet meer op de lijst.

# Who young people can ask for contact.
coach-staff = Als een jongere om contact vraagt
coach-staff-how = Jongeren kunnen vragen dat iemand hen contacteert. Die persoon krijgt dan een privébericht: hoe de jongere te bereiken is, en niets anders. Kies wie dat doet in het bestand van de organisatie, bij “safeguarding” en “fallback”. De verantwoordelijke nodigt die persoon dan uit.
coach-staff-safeguarding = Vertrouwenspersoon
coach-staff-fallback = Vervanger
coach-staff-linked = { $role }: { $name }, gekoppeld op { $date }
coach-staff-waiting = { $role }: { $name }, nog niet gekoppeld
coach-staff-unnamed = { $role }: nog niemand gekozen
