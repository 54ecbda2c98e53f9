## Open antwoorden, en wat ervan in een kanaal komt. Voor de moderator en voor wie mee nakijkt. B1.

answers-title = Open antwoorden bij { $organisation }
answers-count = { $count ->
    [0] Er is niets te lezen.
    [one] Eén antwoord is nog niet gelezen.
   *[other] { $count } antwoorden zijn nog niet gelezen.
}
answers-waiting = { $count ->
    [0] Niets wacht op een tweede paar ogen.
    [one] Eén tekst wacht op een tweede paar ogen.
   *[other] { $count } teksten wachten op een tweede paar ogen.
}
answers-how = Je leest ze een voor een, door elkaar. Wie iets schreef en wanneer, staat er niet bij. Niets komt vanzelf in een kanaal.
answers-private = Open antwoorden lees je alleen in een privégesprek of op je eigen pagina.
answers-read = Lees
answers-approve = Kijk teksten na
answers-out = Wat in het kanaal staat of komt
answers-back = Terug
answers-next = Volgende
answers-none = Je hebt alles gelezen.
answers-not-here = Er is nog iets dat we niet in Discord tonen. Open het op je eigen pagina of in Telegram.
answers-some-activity = een activiteit
answers-names = Er staat misschien een naam in. Die is bedekt.
answers-show-names = Toon wat bedekt is
answers-few = Hier maken we geen citaat van: de groep is te klein, of te weinig mensen schreven iets. Zo is niemand herkenbaar.
answers-sensitive = Deze vraag is gevoelig. Letterlijk aanhalen kan niet. In eigen woorden wel.
answers-quote = Citaat vragen
answers-paraphrase = Parafraseren
answers-leave = Laten staan
answers-erase = Wissen
answers-erase-sure = Dit antwoord wissen?
answers-erase-what = De woorden gaan weg. Een citaat ervan ook, als het al in een kanaal staat. Dat er iets gewist is, blijft in het logboek, zonder wat of van wie.
answers-erase-yes = Ja, wis
answers-erase-no = Nee, terug
answers-erased = Gewist.
answers-kept = Het blijft zoals het is.
answers-taken = Een collega deed hier al iets mee. Er is niets veranderd.
answers-gone = Dit antwoord is er niet meer, of je kan het hier niet lezen. Er is niets veranderd.
answers-write = Schrijf
answers-write-field = De tekst
answers-write-shorter = Dit is te lang voor een citaat. Schrijf het korter: hoogstens { $max } tekens. Wie het schreef, leest het voor het ergens komt.
answers-write-anew = Schrijf het zoals het er zal staan: hoogstens { $max } tekens. Wie het schreef, leest het voor het ergens komt.
answers-write-language = Schrijf het in de taal van de organisatie, hoogstens { $max } tekens. Zo verraadt de taal niet wie het was. Wie het schreef, leest het voor het ergens komt.
answers-write-own = Zeg het in je eigen woorden, hoogstens { $max } tekens. Neem geen zinnen over: aan een stijl herken je iemand.
answers-write-rules = Geen namen, plaatsen, leeftijden of accounts. Je hebt een uur om te schrijven.
answers-not-now = Toch niet
answers-rewrite = Anders schrijven
answers-text-empty = Er staat nog niets.
answers-text-long = Dat is te lang. Hoogstens { $max } tekens.
answers-text-script = Schrijf het in de taal van de organisatie, hoogstens { $max } tekens. Anders verraadt de taal wie het was.
answers-covered = We bedekten wat een naam, een nummer, een account of een leeftijd kan zijn.
answers-draft-quote = Zo zou het citaat zijn:
answers-draft-paraphrase = Zo zou het er staan, in jouw woorden:
answers-then-quote = Wie het schreef, krijgt dit te lezen en kiest ja of nee. Daarna kijkt een collega het na. Het komt ten vroegste een dag later in het kanaal.
answers-then-paraphrase = Een collega kijkt het na. Het komt ten vroegste een dag later in het kanaal.
answers-ask = Vraag het zo
answers-hand-on = Geef het door
answers-asked = De vraag is op weg. Is het nee of blijft het stil, dan komt er niets.
answers-handed-on = Doorgegeven. Een collega kijkt het na.

# Het tweede paar ogen.
answers-look-quote = Een jongere wil dit laten lezen:
answers-look-paraphrase = In de woorden van een collega:
answers-look-for = Zou iemand hieruit kunnen opmaken wie het is? Let op namen, plaatsen, een gebeurtenis, een manier van praten.
answers-yes = Goedkeuren
answers-no = Niet plaatsen
answers-own = Jij koos deze tekst. Iemand anders moet hem nakijken.
answers-own-waiting = { $count ->
    [one] Eén tekst van jou wacht op iemand anders.
   *[other] { $count } teksten van jou wachten op iemand anders.
}
answers-no-quotes = Er is nu niets na te kijken.
answers-approved = Goedgekeurd. Het komt in het kanaal op { $time }, als een apart bericht.
answers-quote-gone = Deze tekst is er niet meer. Er is niets veranderd.
answers-quote-taken = Een collega keek deze tekst al na.
answers-out-title = In het kanaal, of op weg ernaartoe:
answers-out-none = Er staat niets in het kanaal, en er is niets op weg.
answers-out-posted = staat er
answers-out-soon = komt nog
answers-withdraw = Trek nummer { $number } terug
answers-withdraw-sure = Deze tekst terugtrekken? In het kanaal staat dan dat er woorden teruggenomen zijn.
answers-withdraw-yes = Ja, trek terug
answers-withdrawn = Teruggetrokken.
