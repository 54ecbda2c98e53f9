# De digest: het korte bericht voor de coach na een ronde. Nooit oorzaken, nooit een rangorde, nooit één persoon.
digest-heading = 📋 { $parts }
digest-theme = thema: { $theme }
digest-no-theme = het thema
digest-moment-start = bij de start
digest-moment-end = bij het einde
digest-example = voorbeeldgegevens

digest-answers = Antwoorden: { $count } van { $headcount } aanwezigen ({ $without } zonder antwoord)
digest-answers-full = Antwoorden: { $count } van { $headcount } aanwezigen
digest-answers-least = Antwoorden: minstens { $count } van { $headcount } aanwezigen (hoogstens { $without } zonder antwoord)
digest-answers-unknown = Antwoorden: { $count } (aantal aanwezigen onbekend)
digest-answers-check = Antwoorden: { $count } (er zijn meer antwoorden dan aanwezigen: tel je nog eens na?)
digest-answers-few = Antwoorden: minder dan { $floor }
digest-few = Dat kan. Met zo weinig antwoorden tonen we niets. Zo is niemand herkenbaar.

digest-question = { $number }. { $question } — { $result }
digest-question-table = { $number }. { $question } (van { $base })
digest-question-number = Vraag { $numbers }
digest-exactly = { $label }: { $count } van { $base }
digest-at-least = { $label }: minstens { $count } van { $base }
digest-at-most = { $label }: hoogstens { $count } van { $base }
digest-count-exactly = { $count } van { $base }
digest-count-at-least = minstens { $count } van { $base }
digest-count-at-most = hoogstens { $count } van { $base }
digest-row-exactly = { $count }
digest-row-at-least = minstens { $count }
digest-row-at-most = hoogstens { $count }
digest-no-answer = geen antwoord
digest-other = iets anders
digest-most = de meesten: { $label }
digest-half = ongeveer de helft: { $label }
digest-minority = een minderheid: { $label }
digest-share-most = de meesten
digest-share-half = ongeveer de helft
digest-share-minority = een minderheid
digest-asked = { $result } (van wie deze vraag kreeg)
digest-named = { $labels } (elk 3 keer of meer gekozen)
digest-named-one = { $labels } (3 keer of meer gekozen)
digest-named-cell = 3 keer of meer gekozen
digest-spread = te verdeeld om per antwoord te tonen
digest-texts = Minstens { $count } jongeren schreven iets. Dat komt niet in dit bericht.
digest-result = Resultaat
digest-hidden = te weinig antwoorden om te tonen
digest-hidden-text = open antwoorden komen niet in dit bericht
digest-hidden-line = { $questions }: { $reason }
digest-on-page = zie de webpagina

digest-pairs-twice = ↔ Start en einde: minstens { $count } jongeren antwoordden twee keer. Alleen bij de start: { $start }. Alleen bij het einde: { $end }.
digest-pairs-most = hoogstens { $count }
digest-pairs-few = geen of enkele
digest-pairs-hidden = ↔ Start en einde: te weinig jongeren antwoordden twee keer om te tonen.
digest-pairs-change = Van start naar einde: { $result }.
digest-pairs-no-change = Het verschil tussen start en einde tonen we niet. Zo is niemand herkenbaar.
digest-pairs-because = { $question } Meest gekozen: { $result }.
digest-pairs-because-named = { $question } Genoemd: { $labels }.
digest-pairs-better = beter
digest-pairs-same = hetzelfde
digest-pairs-lower = minder goed, of geen twee antwoorden

digest-part = { $label } ({ $text })

digest-compare = ↔ Vorige keer ({ $date }): { $result }
digest-compare-few = ↔ Vorige keer ({ $date }): te weinig antwoorden om te vergelijken.
digest-compare-other = ↔ Vorige keer ({ $date }): andere vragen, dus niet te vergelijken.
digest-compare-higher = vraag { $number }, ‘{ $part }’: lijkt hoger
digest-compare-lower = vraag { $number }, ‘{ $part }’: lijkt lager
digest-compare-similar = vraag { $numbers }: ongeveer gelijk
digest-compare-figures = { $text } ({ $count } van { $base }, toen { $countThen } van { $baseThen })

digest-discuss-few = 👉 Om te bespreken: wat viel jullie zelf op tijdens deze activiteit?
digest-discuss-help = 👉 Om te bespreken, vraag { $number }: { $part }. Wat kan een volgende keer helpen?
digest-discuss-named = 👉 Om te bespreken, vraag { $number }: { $part }. Wat herkennen jullie daarin?
digest-discuss-keep = 👉 Om te bespreken, vraag { $number }: { $part }. Wat willen jullie zeker zo houden?
digest-discuss-lower = 👉 Om te bespreken, vraag { $number }: ‘{ $part }’ lijkt lager dan vorige keer. Wat was er toen anders?
digest-discuss-higher = 👉 Om te bespreken, vraag { $number }: ‘{ $part }’ lijkt hoger dan vorige keer. Wat was er nu anders?
digest-discuss-pairs-lower = 👉 Om te bespreken, van start naar einde: { $part }. Wat speelde er? Een lager gevoel kan ook bij het thema horen.
digest-discuss-pairs-better = 👉 Om te bespreken, van start naar einde: { $part }. Wat willen jullie zeker zo houden?
digest-discuss-general = 👉 Om te bespreken: wat valt jullie op, en wat hadden jullie anders verwacht?

digest-caution-small = ⚠️ Kleine groep. Dit zegt iets over wie antwoordde, niet over alle jongeren.
digest-caution-few = ⚠️ Weinig antwoorden: één jongere meer of minder maakt al verschil. Dit zegt iets over wie antwoordde, niet over alle jongeren.
digest-caution-some = ⚠️ Dit zegt iets over wie antwoordde, niet over alle jongeren.
digest-caution-silent = { $caution } ‘Geen antwoord’ is ook: weet ik niet, zeg ik liever niet, of overgeslagen.
digest-feedback-open = ⚪ Terugkoppeling naar jongeren: nog te doen
digest-feedback-done = ✅ Terugkoppeling naar jongeren: gedaan op { $date }
digest-feedback-write = Schrijf iets terug
