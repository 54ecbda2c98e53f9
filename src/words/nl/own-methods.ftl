## Op de pagina van begeleiders: eigen methodes, en de weg naar werkbladen en het impactverhaal. B1.

own-methods-how = Zoek een methode, of maak er een eigen versie van. Wat jullie zelf maken, zien alleen jullie, tot jullie het delen.
own-methods-more = Bekijk en doe meer
own-methods-more-of = Bekijk en doe meer: “{ $title }”
own-methods-files = Bewaar als bestand
own-methods-edit = Aanpassen kan in een chat, met /methode. Het kan ook in Excel: bewaar het bestand, verander het, en lees het in met de chat.
own-methods-licence = Kies deze licentie
own-methods-licensed = De licentie staat erbij. Nu kan je de methode delen.
own-methods-which = Welke methode?
own-methods-copy = Maak een eigen versie
own-methods-said = Dat is bewaard.
own-methods-look = Bekijk en beslis
own-methods-look-at = Bekijk en beslis: “{ $title }”
own-methods-note = De organisatie leest dit. Hoogstens 400 tekens.
own-sheets-heading = Werkbladen en impactverhaal
own-sheets-how = Je eigen werkblad is van jou. Een collega of partner ziet alleen wat je zelf deelt. Het gesprek opent bovenaan deze pagina.
own-sheets-open = Naar mijn werkbladen
own-sheets-story = Naar het impactverhaal van het werkjaar
