# What `pols check` says about the files that an organisation edits: what is wrong, and what to do.

check-lang-name = { $language ->
    [nl] het Nederlands
    [en] het Engels
    [fr] het Frans
    [ar] het Arabisch
   *[other] { $language }
}

# Files and their layout
check-folder = De map “{ $name }” is er niet of kan niet gelezen worden. Geef de map waarin “organisations” en “instrumentarium” staan.
check-file-yml = De naam eindigt op .yml. Noem het bestand .yaml, anders wordt het niet gelezen.
check-file-large = Het bestand is groter dan { $kilobytes } kB. Deel het op, of haal eruit wat er niet in hoort.
check-file-utf8 = Op deze regel staan tekens die geen UTF-8 zijn. Bewaar het bestand opnieuw als UTF-8.
check-file-empty = Het bestand is leeg. Vul het in, of verwijder het.
check-file-unreadable = Het bestand kan niet gelezen worden. Kijk na of het een gewoon bestand is, en of Pols het mag lezen.
check-yaml = De opmaak klopt hier niet ({ $code }). Kijk na of alle aanhalingstekens, dubbele punten en spaties juist staan.
check-yaml-tab = Hier staat een tab. Gebruik spaties om te laten inspringen.
check-yaml-indent = Deze regel springt niet goed in. Zet hem even ver als de regels die erbij horen.
check-yaml-missing = Hier ontbreekt een teken: een dubbele punt, een aanhalingsteken of een haakje. Kijk ook naar de regel erboven.
check-yaml-documents = Er staat meer dan één document in dit bestand. Haal de regel met --- weg, of maak er twee bestanden van.
check-yaml-twice = “{ $name }” staat hier twee keer. Houd er één.
check-yaml-alias = Een verwijzing met * mag hier niet. Schrijf de tekst voluit.
check-yaml-key = Een sleutel moet een gewoon woord zijn. Zet aanhalingstekens rond een tekst met haakjes of accolades.
check-yaml-deep = Er zitten te veel haakjes in elkaar. Maak de opbouw eenvoudiger.

# Keys and values
check-unknown-key = “{ $name }” ken ik niet op deze plaats. Kijk na of het juist gespeld is en goed inspringt, of haal het weg.
check-missing-key = “{ $name }” ontbreekt hier. Vul het aan.
check-not-a-map = Het bestand moet bestaan uit regels zoals “id: naam”. Kijk naar een voorbeeld in dezelfde map.
check-wrong-type = “{ $name }” moet { $expected ->
    [number] een getal zijn
    [boolean] true of false zijn
    [list] een lijst zijn: tussen [ ], of met een streepje per regel
    [map] een groepje regels zijn, met namen en waarden
   *[text] een tekst zijn: zet er aanhalingstekens rond
}.
check-not-one-of = “{ $name }” moet een van deze zijn: { $allowed }.
check-empty = “{ $name }” is leeg. Vul een tekst in, of haal de regel weg.
check-too-short = “{ $name }” is te kort. Schrijf minstens { $min } tekens.
check-too-few = “{ $name }” heeft te weinig items. Geef er minstens { $min }.
check-too-many = “{ $name }” heeft te veel items. Geef er hoogstens { $max }.
check-too-small = “{ $name }” is te laag. Het laagste dat mag is { $min }.
check-too-big = “{ $name }” is te hoog. Het hoogste dat mag is { $max }.
check-invalid = “{ $name }” klopt niet. Kijk naar een voorbeeld in een ander bestand.
check-slug = “{ $name }” mag alleen kleine letters, cijfers en _ hebben, begint met een letter, en telt hoogstens 20 tekens.
check-name = “{ $name }” mag alleen kleine letters, cijfers en - hebben, begint met een letter, en telt hoogstens 40 tekens.
check-id = De id is “{ $id }”, maar het bestand heet “{ $stem }”. Geef ze dezelfde naam.
check-time = “{ $name }” moet een uur zijn zoals '21:00', met aanhalingstekens.
check-date = “{ $name }” moet een datum zijn die bestaat, zoals '2026-12-09'.
check-date-time = “{ $name }” moet een datum en uur zijn die bestaan, zoals '2026-12-09T14:00'.
check-timezone = Deze tijdzone ken ik niet. Schrijf een naam zoals Europe/Brussels, geen +01:00.
check-duration = “{ $name }” is geen duur. Schrijf PT45M voor 45 minuten, PT2H voor 2 uur of P3D voor 3 dagen.
check-duration-range = “{ $name }” moet tussen { $least } en { $most } liggen.
check-cron-fields = Het ritme heeft { $count } delen. Het moeten er 5 zijn: minuut, uur, dag, maand, weekdag.
check-cron-field = In het ritme klopt { $field ->
    [minute] de minuut
    [hour] het uur
    [dayOfMonth] de dag
    [month] de maand
    [dayOfWeek] de weekdag
   *[other] iets
} niet: “{ $value }”. Een voorbeeld: '0 18 * * 3#1' is elke eerste woensdag om 18 uur.
check-cron-too-often = Dit ritme geeft { $count } sessies op één dag. Meer dan 4 is bijna altijd een vergissing. Kijk de eerste twee delen na: minuut en uur.
check-cron-never = Dit ritme komt nooit voor: de dag van de maand en de weekdag moeten allebei kloppen. Zet een van de twee op *.
check-moment = Het moment moet start, end of {"{"} after: PT45M {"}"} zijn.
check-reminder-late = De herinnering komt pas als de vragen al gesloten zijn (na { $window }). Maak ze vroeger, of schrijf none.

# Languages
check-missing-translation = Bij “{ $name }” ontbreekt { check-lang-name }. { $language ->
    [nl] Vul “nl” aan: die taal is altijd nodig.
   *[other] Vul “{ $language }” aan, of haal de taal weg uit “languages”.
}
check-own-language = De eigen taal “{ $language }” staat niet bij “languages”. Zet ze erbij.
check-set-language = De methode “{ $name }” bestaat niet in { check-lang-name }. Vertaal ze, of haal de taal weg uit “languages”.

# Surveys
check-two-aspects = Dit zijn er twee: “{ $text }”. Peil naar één aspect, in één zin. Maak voor het andere een aparte peiling.
check-aspect-list = Hier staat meer dan één aspect. Peil naar één aspect, in één zin. Maak voor het andere een aparte peiling.
check-unknown-series = De reeks “{ $name }” bestaat niet. Deze reeksen zijn er: { $known }.
check-unknown-set = De methode “{ $name }” bestaat niet. Deze methodes zijn er: { $known }.
check-set-faulty = De methode “{ $name }” heeft zelf fouten. Deze peiling start pas als die opgelost zijn.
check-over-limit = Deze vragenset heeft { $count } vragen en er mogen er { $limit } zijn. Laat vragen weg, of zet bij deze peiling “limit” met “questions: { $count }” en een reden.
check-too-many-questions = Deze vragenset heeft { $count } vragen. Meer dan 5 mag nooit. Laat vragen weg.
check-other-scale = “{ $start }” (start) en “{ $end }” (einde) vragen op een andere schaal naar het gevoel: kijk naar “{ $code }”. Gebruik in beide vragensets dezelfde codes, emoji’s en woorden.

# Questions
check-duplicate-key = De sleutel “{ $name }” is er al bij een vroegere vraag. Geef elke vraag een eigen sleutel.
check-duplicate-code = De code “{ $name }” is er al bij deze vraag. Geef elke keuze een eigen code.
check-duplicate-words = De keuze “{ $name }” staat er twee keer. Geef elke keuze eigen woorden.
check-text-too-long = Deze tekst telt { $length } tekens en mag er hoogstens { $max } hebben. Anders past hij niet op elk kanaal. Maak hem korter.
check-unknown-placeholder = { $placeholder } ken ik niet. Gebruik {"{"}activity{"}"}, {"{"}theme{"}"} of {"{"}organisation{"}"}, of haal de accolades weg.
check-placeholder-missing = { $placeholder } staat in de Nederlandse tekst, maar niet hier. Zet het er ook in.
check-placeholder-extra = { $placeholder } staat hier, maar niet in de Nederlandse tekst. Haal het weg, of zet het daar ook.
check-min-max = “min” ({ $min }) is groter dan “max” ({ $max }). Wissel ze om.
check-more-than-options = Hier staat { $count }, maar er zijn maar { $options } keuzes. Verlaag het getal.
check-second-open = Dit is een tweede open vraag. Eén open vraag is genoeg: maak van deze een keuzevraag.
check-open-not-last = De open vraag staat niet achteraan. Zet ze als laatste.
check-feeling-order = Bij een gevoelsvraag heeft elke keuze een richting, van goed naar slecht. Zet bij “side” van boven naar onder: { $order }.
check-feeling-emoji = De keuze “{ $code }” heeft geen emoji. Bij een gevoelsvraag heeft elke keuze een emoji en woorden.
check-accessible-scale = Een toegankelijke vragenset heeft alleen gevoelsvragen met 3 keuzes, geen 4 of 5 en geen cijfers van 0 tot 10. Pas de vraag aan.
check-accessible-emoji = { $emoji } is beeldspraak en past niet in een toegankelijke vragenset. Kies een gezicht, of laat de emoji weg.

# How questions are asked
check-channel-twice = “{ $name }” staat hier twee keer. Houd er één.
check-not-on-any = Deze vraag wordt zo op geen enkel kanaal gesteld. Haal een kanaal weg uit “notOn”, of haal de vraag weg.
check-open-not-on-web = Een open vraag wordt altijd op de webpagina beantwoord als ze niet in de chat mag. Haal “web” weg uit “notOn”.
check-picture-lacking = De keuze “{ $code }” heeft geen pictogram en andere keuzes wel. Geef elke keuze een “picture”, of geen enkele.
check-alone = “alone” kan alleen bij een vraag waarbij meer dan één keuze mag (type: multi). Haal het weg bij “{ $code }”.
check-all-alone = Bij elke keuze staat “alone”. Zet het alleen bij een keuze zoals “niets hiervan”.
check-erases = “{ $name }” is geen vroegere open vraag. Zet bij “erases” alleen sleutels van open vragen die ervoor komen.
check-retrospective-feeling = “retrospective” kan alleen bij een gevoelsvraag (type: feeling). Haal het weg, of verander het type.
check-retrospective-now = Deze vraag kijkt terug, maar er is geen gevoelsvraag over nu. Voeg er een toe met dezelfde keuzes.
check-retrospective-scale = Deze vraag kijkt terug, maar op een andere schaal dan “{ $name }”. Gebruik dezelfde codes, emoji’s en woorden.

# Words and emoji
check-bare-emoji = Hier staat { $emoji } zonder woorden. Niet iedereen leest een emoji hetzelfde: zet er een of twee woorden bij.
check-emoji-in-words = In de woorden staat { $emoji }. Zet een emoji apart, bij “emoji”.
check-one-emoji = “{ $emoji }” is niet één emoji. Zet er precies één.
check-banned-emoji = { $emoji } wordt te vaak anders begrepen en mag niet. Kies bijvoorbeeld 😃 🙂 😐 🙁 of 😢.
check-identity = Dit vraagt wie iemand is (“{ $phrase }”). Zulke gegevens bewaren we nooit bij antwoorden. Vraag iets anders.
check-opinion = Dit vraagt naar een mening (“{ $phrase }”). Vraag wat iets betekende of hoe het was, niet wat iemand ervan vindt.

# Conditions
check-show-self = De vraag “{ $name }” wacht op haar eigen antwoord, dus niemand krijgt ze te zien. Verwijs naar een vroegere vraag.
check-show-later = De vraag “{ $name }” wacht op “{ $wanted }”, maar die komt pas later. Zet ze erachter.
check-show-loop = De vragen “{ $name }” en “{ $wanted }” wachten op elkaar, dus niemand krijgt ze te zien. Haal een van de twee voorwaarden weg.
check-show-unknown = De vraag “{ $name }” wacht op “{ $wanted }”, maar die vraag bestaat niet. Kijk de sleutel na.
check-show-code = De vraag “{ $name }” wacht op “{ $code }” bij “{ $wanted }”, maar dat antwoord bestaat niet. Deze zijn er: { $known }.

# Tips about the words of a question: nothing is refused for these
check-tip-long = Tip: deze zin telt { $count } woorden. Met hoogstens { $max } leest hij vlotter. Maak er twee zinnen van, of laat woorden weg.
check-tip-hard = Tip: “{ $word }” is voor veel jongeren moeilijk. Schrijf het zoals zij het zouden zeggen.
check-tip-double = Tip: hier staan twee vragen in één (“{ $text }”). Eén antwoord kan dan niet bij allebei passen. Kies er één.
check-tip-not = Tip: “{ $word }” maakt deze vraag moeilijk te beantwoorden. Vraag het zonder ontkenning.
check-tips = { $tips ->
    [one] En 1 tip. Een tip houdt niets tegen.
   *[other] En { $tips } tips. Een tip houdt niets tegen.
}

# The command
check-more = En er zijn nog { $count } fouten in dit bestand. Los eerst de andere op.
check-good = Alles in orde: { $organisations ->
    [one] 1 organisatie
   *[other] { $organisations } organisaties
}, { $methods ->
    [one] 1 methode
   *[other] { $methods } methodes
}.
check-count = { $faults ->
    [one] 1 fout
   *[other] { $faults } fouten
} in { $files ->
    [one] 1 bestand
   *[other] { $files } bestanden
}.

# Help lines, and who reads open answers
check-no-moderator = De methode “{ $name }” heeft een open vraag (“{ $question }”), maar niemand leest mee. Zet bij “moderator” wie de open antwoorden leest. Tot dan stelt Pols de andere vragen, zonder de open vraag.
check-lines-missing = Het bestand helplines.yaml ontbreekt. Zet het terug. Tot dan stelt Pols geen open vragen en is de hulpkaart kort.
check-line-old = “{ $name }” is het laatst nagekeken op { $date }: meer dan een half jaar geleden. Kijk naam, nummer, uren en adres na en zet de datum van vandaag. Tot dan stelt Pols geen open vragen.
check-line-ahead = Bij “{ $name }” ligt de datum { $date } nog voor ons. Zet de dag waarop iemand de lijn echt nakeek. Tot dan stelt Pols geen open vragen.
check-line-language = Hier ontbreekt { check-lang-name }. Jongeren lezen dan het Nederlands. Vul “{ $language }” aan.
check-lines-emergency = Voor { $country } is er geen nummer bij gevaar. Zet bij een lijn “emergency: true”, bijvoorbeeld bij 112.
check-lines-country = In helplines.yaml staat geen lijn voor { $country }. Vul er een aan. Tot dan stelt Pols hier geen open vragen.
check-phone = “{ $name }” mag alleen cijfers en spaties hebben, hoogstens 16 tekens.
check-month-day = “{ $name }” moet een maand en een dag zijn, zoals '09-01', met aanhalingstekens.

# Pictograms
check-picture-alt = Bij het pictogram “{ $name }” ontbreekt { check-lang-name } in “alt”. Zeg in die taal wat er te zien is.
check-picture-file = Het pictogram “{ $name }” kan niet getoond worden. Zet een PNG met die naam in de map “pictograms”: 8 bits per kanaal, niet interlaced, hoogstens 1024 pixels breed en hoog en 200 kB.
check-no-picture = Het pictogram “{ $name }” staat niet in pictograms/pictograms.yaml. Zet het erbij met alt, licence en credit, of haal “picture” hier weg. Tot dan staat er geen beeld bij deze vraag.
check-card-no-set = Een methode van de soort questions heeft vragen nodig. Zet ze onder set.
check-card-set = Alleen een methode van de soort questions heeft een set. Haal set weg, of maak er kind: questions van.
check-card-tally = Alleen een methode van de soort activity heeft een telblad. Haal tally weg, of maak er kind: activity van.
check-card-no-url = Een methode van de soort link heeft een adres nodig. Zet het bij url.
check-card-no-reason = Zeg bij reason waarom deze methode hier niet zelf staat.
