# The web pages for young people. A2.
web-here = Jouw vragen
web-waiting = Er is nu geen vraag.
web-waiting-stay = Je mag deze pagina open laten staan. Een nieuwe vraag komt hier vanzelf.
web-look = Kijk of er een nieuwe vraag is
web-nobody = Op dit toestel doe je nog niet mee.
web-nobody-do = Kreeg je een link of een QR-code van je organisatie? Open die opnieuw.
web-news = Er staat iets nieuws op deze pagina.
web-offline = Dat is niet gelukt. Er is niets bewaard. Probeer het opnieuw.
web-no-line = Geen lijn. Je antwoord vertrekt zodra er weer verbinding is. Laat deze pagina open.
web-limit = Hoogstens { $max } tekens.
web-empty = Er staat nog niets in dit veld. Schrijf iets, of sla het over.
web-too-long = Dat is te lang: { $length } tekens. Er mogen er hoogstens { $max }. Je tekst staat er nog. Maak hem korter.
web-too-much = Dat is te veel tekst.
web-too-much-do = Er is niets bewaard. Ga terug en maak je tekst korter.
web-keep = Bewaar mijn antwoord
web-help = Hulp
web-privacy = Wie ziet wat?
web-stop = Stop met alle vragen
web-more = Meer
web-language = Andere taal
web-pause = Een maand rust
web-settings = Instellingen
web-my-data = Wat is er van mij bewaard?
web-erase = Wis alles van mij
web-propose = Stel zelf iets voor

# Joining.
web-language-name = Nederlands
web-languages = Kies je taal
web-joining = Meedoen
web-join-title = Meedoen met { $organisation }?
web-join-unknown = Deze link kennen we niet.
web-join-unknown-do = Misschien is hij niet helemaal juist overgenomen. Vraag een nieuwe link aan je organisatie.
web-join-expired = Deze link werkt niet meer.
web-join-expired-do = Vraag een nieuwe link aan je organisatie.

# One open question, for who answers the rest in a chat.
web-write = Jouw antwoord
web-write-kept = Bewaard.
web-write-kept-do = Je kan terug naar het gesprek.
web-write-helped = Kijk in het gesprek.
web-write-helped-do = Daar staat nu wie je kan helpen.
web-write-unknown = Deze link kennen we niet.
web-write-unknown-do = Ga terug naar het gesprek en tik daar opnieuw op de knop.
web-write-expired = Deze vraag is al gesloten.
web-write-expired-do = Er is niets bewaard. Je hoeft niets meer te doen.

# A device that goes from hand to hand.
tablet-title = Vragen op dit toestel
tablet-hello = Wil je een paar korte vragen beantwoorden?
tablet-hello-how = De vragen gaan over { $organisation }. Niets moet. Wie na jou komt, ziet niet wat jij koos.
tablet-begin = Begin
tablet-nothing = Er is nu geen vraag op dit toestel.
tablet-nothing-do = Vraag aan je begeleider wanneer de vragen beginnen.
tablet-alias = Kies een woord dat je straks nog weet. Of ga verder zonder.
tablet-alias-why = Neem aan het begin en op het einde hetzelfde woord. Zo zien we of er iets veranderde. Neem niet je naam.
tablet-alias-field = Jouw woord
tablet-alias-go = Verder met dit woord
tablet-alias-without = Verder zonder woord
tablet-alias-taken = Kies een ander woord. Dit woord is al in gebruik.
tablet-alias-short = Neem een woord van minstens 2 letters.
tablet-what = Ik stel nu een paar korte vragen over wat je hier doet en beleeft.
tablet-stop-how = Wil je stoppen? Tik onderaan op “{ tablet-wipe }”. Dan is alles meteen weg.
tablet-shared = Dit toestel is van iedereen. Wie na jou komt, ziet niet wat jij koos. Je hebt geen account nodig.
tablet-rights = Op het einde van de vragen kunnen we niet meer nagaan wat van jou is. Wil je dat alles weg is? Tik dan vóór de laatste vraag op “{ tablet-wipe }”.
tablet-once = Later sturen we je niets: we weten niet hoe we jou bereiken.
tablet-wipe = Stop en wis wat ik invulde
tablet-next = Volgende persoon
tablet-thanks = Klaar. Bedankt.
tablet-thanks-do = Je kan het toestel doorgeven.
tablet-no = Oké. Je doet niet mee.
tablet-no-do = We bewaren niets over jou. Je kan het toestel doorgeven.
tablet-under-13 = Bedankt dat je het zegt.
tablet-under-13-do = Je kan hier pas meedoen vanaf 13 jaar. We bewaren niets over jou. Je mening telt wel: zeg ze tegen je begeleider. Die kan ze meetellen.
tablet-not-here = Je kan nu niet meedoen.
tablet-not-here-do = Dat ligt niet aan jou: deze vragen zijn voor andere leeftijden. We bewaren niets over jou.
tablet-wiped = Gestopt en gewist.
tablet-wiped-do = Er is niets meer van wat je invulde. Je kan het toestel doorgeven.
tablet-coach = Een toestel dat rondgaat
tablet-coach-how = Voor wie geen telefoon bij heeft. Open deze link op een tablet of telefoon van de organisatie en geef het toestel door. Wie klaar is, tikt op “{ tablet-next }”. Kijk niet mee op het scherm.

# Pages that only say something.
web-what = Pols stelt korte vragen aan jongeren.
web-what-how = Na een activiteit vraagt Pols in een paar tikken hoe het was. De begeleider ziet alleen cijfers van de groep. Meedoen is vrij.
web-what-link = Wil je meedoen? Open de link of de QR-code van je organisatie.
web-examples = Probeer het met een voorbeeld
web-not-found = Deze pagina is er niet.
web-not-found-do = Kijk of het adres juist is. Of open de link die je kreeg opnieuw.
web-error = Er ging iets mis bij ons.
web-error-do = Wat je net deed, is misschien niet bewaard. Ga terug en probeer het straks opnieuw.
web-busy = Pols start net op of stopt even.
web-busy-do = Wat je net deed, is niet bewaard. Ga terug en probeer het over een minuut opnieuw.
web-bad-form = Dit formulier klopt niet meer.
web-bad-form-do = Er is niets bewaard. Open de pagina opnieuw en probeer het nog eens.
