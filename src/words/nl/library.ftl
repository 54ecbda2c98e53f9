## Eigen methodes in de bibliotheek: kopiëren, aanpassen, delen, nakijken, pakketten. B1.

library-own = Eigen methodes
library-own-title = Eigen methodes van { $organisation }
library-own-none = Er zijn er nog geen. Kopieer een methode uit de bibliotheek, lees een bestand in, of maak een nieuwe.
library-own-row = { $title } ({ $state })
library-state-draft = ontwerp, alleen jullie zien het
library-state-submitted = ligt bij een curator
library-state-returned = teruggekregen van een curator
library-state-shared = staat in de bibliotheek
library-state-dropped = weggelegd
library-back = Naar de methodes
library-to-own = Naar jullie eigen versie
library-ours = { $title } (van jullie)
library-more = Toon meer
library-copy = Kopieer en pas aan
library-copied = Dit is nu jullie eigen versie. Verander wat je wil. Niemand anders ziet ze.
library-gone = Die methode, vraag of tekst is er niet meer. Open de lijst opnieuw.
library-link = Deze methode staat hier niet, alleen een verwijzing. Ze kan niet gekopieerd of gedeeld worden.
library-licence-none = De licentie van deze methode verbiedt wijzigingen. Gebruik ze zoals ze is.
library-no-licence = Deze methode heeft geen licentie. Daarom kan ze niet gedeeld worden.
library-not-shared = De licentie van deze methode verbiedt dat anderen ze van jullie krijgen.
library-unchanged = Dit is dezelfde methode als waarvan ze gekopieerd is. Er is niets nieuws om te delen.
library-too-big = Deze methode is te groot: hoogstens { $max } tekens in totaal.
library-empty = Er staat nog geen tekst. Er is niets veranderd.
library-last-question = Een methode heeft minstens één vraag. Deze vraag blijft staan.
library-last-option = Deze vraag heeft niet minder antwoorden. Dit antwoord blijft staan.
library-waited-for = Een andere vraag hangt af van deze vraag. Haal eerst die andere weg.

# Aanpassen.
library-edit = Aanpassen
library-edit-title = Titel
library-edit-measures = Wat ze meet
library-edit-for = Voor wie
library-edit-question = Vraag { $number }
library-edit-language = Zonder { $language }
library-edit-done = Klaar
library-edit-back = Terug
library-edit-text = Verander de vraag
library-edit-meaning = Verander de uitleg
library-edit-option = Verander: { $option }
library-option-out = Haal weg: { $option }
library-question-up = Eén plaats naar boven
library-question-out = Haal deze vraag weg
library-write = Schrijf de nieuwe tekst in deze taal: { $language }. Dit staat er nu:
library-write-none = (nog niets)
library-write-label = Nieuwe tekst: { $language }
library-write-keep = Laat dit zo
library-write-save = Bewaar, de andere talen blijven zo
library-saved = Bewaard.
library-stays = In deze talen staat nog de vorige tekst: { $languages }. Kijk na of die nog klopt.
library-name-lost = De vragen zijn anders dan die van { $name }. Daarom staat die naam er niet meer bij.
library-validated = Dit is { $name }, woord voor woord. Verander je een woord, een antwoord of de volgorde, dan is het dat niet meer, en verdwijnt die naam.
library-from = Gekopieerd van: { $title }, versie { $version }, van { $credit }
library-marked = Gewijzigd. De licentie vraagt dat we dat zeggen.
library-licence = Licentie: { $licence }
library-licence-missing = Geen licentie. Zo kan deze methode niet gedeeld worden.

# Wat er anders is.
library-changes = Wat is er anders?
library-changes-title = Wat is er anders: { $title }
library-changes-none = Er is niets anders.
library-changes-unknown = Waarvan dit gekopieerd is, is er niet meer. We kunnen niet meer zeggen wat er anders is.
library-changes-more = En nog { $count } andere.
library-about-title = Titel
library-about-measures = Wat ze meet
library-about-for = Voor wie
library-about-scale = Schaal
library-about-accessibility = Toegankelijkheid
library-about-example = Voorbeeld
library-about-withoutBot = Zonder bot
library-about-care = Wat er moet zijn
library-about-question = Vraag { $number }
library-about-meaning = Uitleg bij vraag { $number }
library-about-option = { $where }, antwoord “{ $option }”
library-diff-in = { $where } ({ $language })
library-diff-word = { $where }: “{ $was }” werd “{ $becomes }”
library-diff-added = { $where }: “{ $becomes }” kwam erbij
library-diff-gone = { $where }: “{ $was }” is weg
library-diff-question-new = Nieuwe vraag: “{ $question }”
library-diff-question-gone = Vraag weg: “{ $question }”
library-diff-order = De vragen staan in een andere volgorde.
library-diff-option-new = { $where }: nieuw antwoord “{ $option }”
library-diff-option-gone = { $where }: antwoord weg “{ $option }”
library-diff-rules = Vraag { $number } (“{ $question }”) werkt anders: soort vraag, wanneer ze komt, of de volgorde van de antwoorden.
library-diff-language-new = Nieuwe taal: { $language }
library-diff-language-gone = Taal weg: { $language }
library-diff-tally = Het telformulier is anders.
library-diff-rest = Er is ook iets anders aan de gegevens van de kaart.
library-change-first = Eerste versie in de bibliotheek.
library-change-none = Opnieuw in de bibliotheek, met dezelfde tekst.

# Delen.
library-share = Deel met anderen
library-which-licence = Wat mogen anderen met jullie methode doen?
library-licence-cc0 = CC0 1.0: alles, ook zonder jullie naam.
library-licence-by = CC BY 4.0: gebruiken en aanpassen, met jullie naam erbij.
library-licence-by-sa = CC BY-SA 4.0: hetzelfde, en wat ze maken delen ze onder dezelfde licentie.
library-licence-by-nc = CC BY-NC 4.0: gebruiken en aanpassen met jullie naam, niet om winst te maken.
library-licence-by-nd = CC BY-ND 4.0: gebruiken met jullie naam, niet aanpassen.
library-licence-theirs = Een kopie houdt de licentie van waar ze vandaan komt.
library-share-sure = “{ $title }” delen met anderen?
library-share-what = Een curator kijkt ze na. Daarna kan iedereen ze vinden en gebruiken onder { $licence }. Je kan ze altijd weer uit de bibliotheek halen. Wie al een kopie heeft, houdt die.
library-share-name = Onder welke naam?
library-share-as = Deel als { $name }
library-handed-in = Ingediend. Een curator kijkt ze na.
library-shared-already = Deze versie staat al in de bibliotheek of ligt bij een curator. Er is niets nieuws om te delen.
library-as-before = Er is niets veranderd sinds de curator ze nakeek. Pas ze eerst aan.
library-take-back = Toch niet delen
library-taken-back = Teruggenomen. Alleen jullie zien ze weer.
library-withdraw = Haal uit de bibliotheek
library-withdraw-sure = “{ $title }” uit de bibliotheek halen? Niemand vindt ze dan nog. Kopieën van anderen blijven van hen.
library-withdrawn = Ze staat niet meer in de bibliotheek.
library-drop = Leg weg
library-drop-sure = “{ $title }” wegleggen? Ze staat dan niet meer in jullie lijst. Wat gedeeld is en peilingen die ze gebruiken, blijven.
library-dropped = Weggelegd.

# Nakijken.
library-review = Nakijken ({ $count })
library-review-title = { $count ->
    [0] Er is niets om na te kijken.
    [one] Eén methode om na te kijken.
   *[other] { $count } methodes om na te kijken.
 }
library-review-how = Kijk naar de vragen, de licentie en van wie ze komt. Over wat je zelf maakte of indiende, beslist een andere curator.
library-review-by = Ingediend onder de naam { $credit }
library-review-changed = Wat is er anders dan het origineel?
library-review-since = Wat is er anders dan de versie in de bibliotheek?
library-review-returned = De curator vraagt om iets aan te passen: { $text }
library-review-declined = De curator neemt ze niet op: { $text }
library-accept = Neem op
library-return = Geef terug met een opmerking
library-decline = Neem niet op
library-return-why = Wat moet er anders? Schrijf het in één bericht. De organisatie leest het.
library-decline-why = Waarom niet? Schrijf het in één bericht. De organisatie leest het.
library-note-label = Je opmerking
library-bad-note = Schrijf een opmerking van hoogstens 400 tekens.
library-judged-accept = Ze staat nu in de bibliotheek.
library-judged-return = Teruggegeven met je opmerking.
library-judged-decline = Niet opgenomen. De organisatie leest waarom.
library-reviewed-already = Deze methode is al nagekeken of teruggenomen.
library-changed-since = Deze methode is intussen veranderd. Open ze opnieuw.
library-your-own = Dit is van jezelf. Een andere curator beslist.

# Een werkvorm zonder bot: beschrijven, plannen, tellen.
library-new = Nieuwe werkvorm zonder bot
library-new-title = Hoe heet de werkvorm?
library-new-how-it-goes = Kaartjes, een lijn op de grond, een tekening: het mag alles zijn. Je krijgt een paar korte vragen.
library-new-measures = Wat kom je ermee te weten? Eén zin.
library-new-for = Voor wie, of wanneer?
library-new-how = Hoe doe je het? Leg het uit aan iemand die het nog nooit deed.
library-new-minutes = Hoeveel minuten kost het: voor een jongere, en voor wie begeleidt? Zoals: 10 20
library-new-question = Wordt er achteraf iets geteld? Schrijf de vraag waarop jongeren kiezen.
library-new-no-count = Nee, er wordt niets geteld
library-new-options = Waaruit kiezen ze? Schrijf de antwoorden, met een komma ertussen. Twee tot tien.
library-new-source = Eigen werkvorm van { $organisation }.
library-answer-label = Je antwoord
library-empty-answer = Er staat nog geen tekst. Schrijf het nog eens.
library-too-long = Dat is te lang: hoogstens { $max } tekens. Schrijf het korter.
library-bad-minutes = Schrijf twee getallen, zoals: 10 20
library-bad-options = Schrijf twee tot tien antwoorden, met een komma ertussen.
library-plan = Zet op de tijdlijn
library-plan-when = Op welke dag doe je “{ $title }”? Schrijf dag en maand, zoals 15/12.
library-day-label = Dag
library-planned = Het staat op de tijdlijn: { $day }.
library-count = Tel na
library-counts = Tellingen
library-counts-none = Er staat nog geen dag op de tijdlijn.
library-count-label = De aantallen
library-count-how = Schrijf { $count } getallen, in deze volgorde, met een spatie ertussen. Niemand gekozen is 0.
library-bad-count = Schrijf { $count } getallen van 0 tot { $max }, met een spatie ertussen.
library-not-counted = nog niet geteld
library-count-line = { $question } { $text }
library-count-part = { $option }: { $count }
library-count-named = drie mensen of meer kozen: { $options }
library-count-few = te weinig mensen om te tonen

# Pakketten.
library-pack = Pakket om door te geven
library-pack-bring = Neem een pakket op
library-pack-how = Een pakket is een bestand met methodes, zoals methodes.pols.json. Je ziet eerst wat erin zit en van wie het komt. Dan pas zeg je ja.
library-pack-open = Open de pagina
library-pack-file = Het pakket
library-pack-look = Kijk wat erin zit
library-pack-take = Neem op in de bibliotheek
library-pack-other = Een ander pakket
library-pack-say = Vraag de maker naar de vingerafdruk, en schrijf over wat de maker zegt
library-pack-here = Hier is het pakket, met { $count ->
    [one] één methode
   *[other] { $count } methodes
 }. Wie het krijgt, kan het in een eigen Pols opnemen. Wie er iets aan verandert, maakt het onbruikbaar.
library-pack-stays = Blijft hier: { $title }. { $why }
library-pack-own = Eigen methodes kan alleen wie mag delen in een pakket steken.
library-pack-none = Er is niets dat in een pakket mag.
library-pack-big = Dit bestand is te groot voor een pakket: hoogstens { $max } MB.
library-pack-unreadable = Dit is geen pakket van Pols, of het is onderweg veranderd. Er is niets opgenomen.
library-pack-broken = De handtekening klopt niet: er is iets aan dit pakket veranderd. Er is niets opgenomen.
library-pack-card = Kaart { $count } in dit pakket kan hier niet bewaard worden. Er is niets opgenomen.
library-pack-forbidden = De licentie van “{ $title }” verbiedt dit. Er is niets opgenomen.
library-pack-unknown = De sleutel van { $by } is hier nog niet bekend. Vergelijk de vingerafdruk en zeg dan ja.
library-pack-whose = Pakket van { $by }, gemaakt op { $made }.
library-pack-key-own = Ondertekend door deze Pols zelf ({ $fingerprint }).
library-pack-key-known = Ondertekend met een sleutel die hier bekend is ({ $fingerprint }).
library-pack-key-unknown = Ondertekend met een sleutel die hier nog niet bekend is. Vingerafdruk: { $fingerprint }
library-pack-card-line = { $title } ({ $credit }, { $licence }): { $how }
library-pack-same = is er al
library-pack-again = nieuwe versie
library-pack-new = nieuw
library-pack-taken = Opgenomen: { $taken }. Was er al: { $same }.
cli-pack = Methodes in een ondertekend bestand, van de ene Pols naar de andere.
cli-pack-make = Maakt een pakket van methodes uit de bibliotheek.
cli-pack-take = Toont wat in een pakket zit, en neemt het op als de sleutel bekend is of gegeven wordt.
cli-arg-pack = Het bestand, zoals methodes.pols.json.
cli-arg-methods = Namen van methodes; zonder: alles wat mag.
cli-opt-key = De vingerafdruk van de sleutel, als je die bij de maker nagekeken hebt.
cli-pack-out = { $file }: { $count } methodes.
cli-pack-unwritten = { $file } kan niet geschreven worden. Kies een map waar je mag schrijven.
cli-pack-say = Er is niets opgenomen. Vraag de maker naar de vingerafdruk. Klopt die? Voeg dan toe: --key { $fingerprint }

# Gebruik van methodes, over organisaties heen.
library-usage = Mag ons gebruik meetellen?
library-usage-yes = Jullie gebruik van methodes telt mee.
library-usage-no = Jullie gebruik van methodes telt niet mee.
library-usage-what = Wie een methode zoekt, ziet dan ongeveer hoe vaak ze gebruikt wordt, hoeveel jongeren antwoorden en hoeveel er een vraag overslaan. Alleen als minstens { $organisations } organisaties en { $people } jongeren meetellen, in ronde getallen, per half jaar, en nooit met een naam. Antwoorden tellen niet mee. Stoppen kan altijd: dan telt jullie gebruik niet meer mee vanaf het volgende halve jaar.
library-usage-agree = Ja, tel ons gebruik mee
library-usage-stop = Stop met meetellen
library-usage-fewer = minder dan 1 op 10
library-usage-share = ongeveer { $count } op 10
library-usage-times = Minstens { $count } keer gebruikt in een half jaar, door verschillende organisaties.
library-usage-response = Van wie de vragen kreeg, antwoordde { $share }.
library-usage-skips = De vraag die het vaakst overgeslagen wordt, slaat { $share } over.
