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
