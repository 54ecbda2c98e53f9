# Een nieuwe sleutel, en wie te vaak aanklopt. Voor wie Pols draait, en voor wie een pagina opent (B1, A2).
cli-rotate-key = Schrijf alles over met een nieuwe sleutel. Zet Pols eerst stil.
cli-rotate-running = Pols draait nog, of is minder dan tien seconden geleden gestopt. Zet elke Pols op deze databank stil en probeer het dan opnieuw. Er is niets veranderd.
cli-rotate-same = De nieuwe sleutel is dezelfde als de huidige. Er is niets veranderd.
cli-rotate-done =
    { $count ->
        [one] De sleutel is vervangen: { $count } waarde is overgeschreven.
       *[other] De sleutel is vervangen: { $count } waarden zijn overgeschreven.
    }
cli-rotate-already = De gegevens stonden al onder de nieuwe sleutel: een eerdere keer is zo ver geraakt.
cli-rotate-next-kept = De nieuwe sleutel staat in secret.key. Start Pols weer, en maak een nieuwe reservekopie.
cli-rotate-next-setting = Zet nu de nieuwe sleutel in POLS_SECRET_KEY, haal POLS_NEW_SECRET_KEY weg en start Pols weer. Maak een nieuwe reservekopie; bewaar de oude sleutel bij de oude kopieën.
cli-rotate-links =
    { $count ->
        [0] Er waren geen codes of persoonlijke links in omloop.
        [one] { $count } code of persoonlijke link werkt niet meer: maak een nieuwe.
       *[other] { $count } codes en persoonlijke links werken niet meer: maak nieuwe.
    }
cli-rotate-changes = Links en QR-codes om mee te doen blijven werken. Nieuw zijn wel: de adressen van de pagina's van begeleiders, de adressen van agenda's, en de handtekening onder pakketten met methodes.
cli-rotate-receivers =
    { $count ->
        [one] { $count } sleutel van een ontvanger van gegevens werkt niet meer: maak een nieuwe.
       *[other] { $count } sleutels van ontvangers van gegevens werken niet meer: maak nieuwe.
    }
cli-rotate-relink =
    { $count ->
        [one] Van { $count } groep of kanaal is de server niet meer bekend: koppel opnieuw.
       *[other] Van { $count } groepen of kanalen is de server niet meer bekend: koppel ze opnieuw.
    }
cli-rotate-unreadable =
    { $count ->
        [one] { $count } waarde kon ook de oude sleutel niet openen. Die blijft zoals ze is.
       *[other] { $count } waarden kon ook de oude sleutel niet openen. Die blijven zoals ze zijn.
    }

web-too-often = Even wachten
web-too-often-do =
    { $minutes ->
        [one] Er komen nu veel vragen tegelijk van hier. Wacht één minuut en probeer het dan opnieuw. Je bent niets kwijt.
       *[other] Er komen nu veel vragen tegelijk van hier. Wacht { $minutes } minuten en probeer het dan opnieuw. Je bent niets kwijt.
    }
join-too-many = Er willen nu heel veel mensen tegelijk meedoen. Tik over tien minuten opnieuw.
link-too-many = Dat waren veel codes na elkaar. Wacht tien minuten en probeer het dan opnieuw.
