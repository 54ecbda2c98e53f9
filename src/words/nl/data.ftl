# Wat we van iemand bewaren: het lezen, het wissen, en wie wat ziet.
privacy-kept = Wat bewaren we? Je antwoorden, met een willekeurig nummer. Je naam en je account staan er niet bij.
privacy-reach = Hoe we jou bereiken, bewaren we apart en op slot.
privacy-who = Wie ziet wat? Begeleiders zien alleen cijfers van de hele groep, vanaf { $floor } antwoorden. Wat je zelf schrijft, leest alleen wie de open antwoorden nakijkt. Het komt nooit vanzelf in een kanaal.
privacy-long =
    Hoe lang? Wat je zelf schrijft: hoogstens { $textDays ->
        [one] { $textDays } dag
       *[other] { $textDays } dagen
    }. Je andere antwoorden: tot hoogstens { $answerMonths ->
        [one] { $answerMonths } maand
       *[other] { $answerMonths } maanden
    } na het werkjaar. Hoe we jou bereiken: tot je stopt, en dan hoogstens { $stoppedDays ->
        [one] { $stoppedDays } dag
       *[other] { $stoppedDays } dagen
    }. Dat je “ja” zei: 3 jaar. Cijfers van de groep blijven.
privacy-platform-telegram = En Telegram? Dat bedrijf kan technisch aan de berichten in dit gesprek, en weet dat jij met mij praat. Als een rechter het vraagt bij een misdrijf, kan Telegram je nummer en je internetadres geven. Wil je dat niet? Vraag de link naar onze webpagina.
privacy-platform-discord = En Discord? Dat bedrijf kan technisch aan de berichten in dit gesprek, en weet dat jij met mij praat. Discord bewaart gegevens in de VS. Ik kan jouw berichten daar niet wissen, jij wel. Wil je dat niet? Vraag de link naar onze webpagina.
privacy-platform-web = En deze pagina? Die is van ons. In je browser staan kleine bestanden (cookies): een willekeurige naam, zodat we weten dat jij het bent, en je taal. Gebruikt iemand anders dit toestel ook? Dan kan die jouw vragen en je gegevens zien. Met “{ web-erase }” gaan ook die bestanden weg.
privacy-rights-telegram =
    Elke vraag mag je overslaan.
    /mijndata: zien wat we van jou bewaren.
    /wis: alles weg.
    /stop: geen vragen meer, meteen.
privacy-rights-discord =
    Elke vraag mag je overslaan.
    /{ discord-my-data-name }: zien wat we van jou bewaren.
    /{ discord-erase-name }: alles weg.
    /{ discord-stop-name }: geen vragen meer, meteen.
privacy-rights-web =
    Elke vraag mag je overslaan.
    “{ web-my-data }”: zien wat we van jou bewaren.
    “{ web-erase }”: alles weg.
    “{ web-stop }”: geen vragen meer, meteen.

# Aan wie we niet kennen.
data-nothing = We bewaren niets van jou.
data-gone-tap = We bewaren niets van jou. Die knop doet niets meer.

# De link naar de eigen pagina.
data-link = Op je eigen pagina zie je alles wat we van jou bewaren. Je kan er ook dingen wissen. De link werkt een half uur. Geef hem aan niemand door.
data-link-here = Op je eigen pagina zie je alles wat we van jou bewaren. Je kan er ook dingen wissen.
data-open = Open mijn pagina

# Alles wissen.
data-erase-title = Alles wissen?
data-erase-what = Dan wissen we alles wat we van jou bewaren: je antwoorden, wat je schreef, en hoe we jou bereiken. Je krijgt ook geen vragen meer.
data-erase-stays = Dit blijft: cijfers van de hele groep die al gemaakt zijn. Je naam staat daar niet bij. Ook voorstellen die je deed blijven, want we weten niet van wie ze zijn.
data-erase-chat-telegram = Wat in deze chat staat, wis ik niet. Dat kan je zelf: wis het gesprek in Telegram.
data-erase-chat-discord = Wat in dit gesprek staat, wis ik niet. Je eigen berichten kan je zelf wissen in Discord.
data-erase-chat-web = Dit toestel kent jou daarna niet meer.
data-erase-sure = Wil je alles wissen?
data-erase-yes = Ja, wis alles
data-erase-no = Nee
data-erase-old = Die knop is van een tijdje geleden. Daarom vraag ik het nog eens.
data-not-erased = Oké. Er is niets gewist.
data-erased = Alles is weg.
data-erased-again = Wil je later toch weer meedoen? Gebruik dan de link van je organisatie.

# Het eigen bericht uit de chat.
data-remove = Zal ik je bericht hier uit de chat halen? Je antwoord blijft bewaard.
data-remove-yes = Ja
data-remove-no = Laat staan
data-removed = Je bericht staat niet meer in de chat.
data-remove-left = Oké. Je bericht blijft staan.
data-remove-refused = Dat kan ik niet meer. Je bericht is te oud, of al weg. Zelf kan het wel: hou je vinger op je bericht en kies “Verwijderen”.
data-remove-busy = Dat lukt nu even niet. Tik straks nog eens op “{ data-remove-yes }”.

# De eigen pagina.
data-title = Mijn gegevens
data-intro = Dit is alles wat we van jou bewaren. Alleen jij ziet deze pagina.
data-intro-link = Dit is alles wat we van jou bewaren. Wie de link naar deze pagina heeft, kan ze zien. Hij werkt een half uur.
data-you = Over jou
data-channel = Hoe we jou bereiken
data-channel-telegram = Via Telegram
data-channel-discord = Via Discord
data-channel-web = Via deze webpagina
data-unreachable = Berichten komen nu niet aan.
data-language = Taal
data-age = Leeftijd
data-age-13-15 = 13 tot en met 15 jaar
data-age-16-17 = 16 of 17 jaar
data-age-18 = 18 jaar of ouder
data-text-only = Zonder emoji
data-yes = Ja
data-paused = Rust tot
data-rest = Eigen rust
data-rest-quiet = Van { $from } tot { $until }
data-asked = Dagen waarop vragen vertrokken
data-asked-why = Dit houden we bij zodat je niet te veel vragen krijgt.
data-request = Gevraagd aan { $organisation } om contact op te nemen
data-request-reach = Hoe je bereikt wil worden: { $reach }
data-joined = Je doet mee sinds { $day }.
data-stopped = Je stopte op { $day }.
data-stopped-before = Je stopte.
data-consent = Je zei “ja” op { $day } (tekst { $version }).
data-consent-until = Dat geldt tot en met { $day }.
data-consent-withdrawn = Je zei “stop” op { $day }.
data-presence = Waar je bij was
data-presence-one = { $activity }, { $day }
data-rounds = Jouw antwoorden
data-no-rounds = Er zijn geen vragen aan jou gesteld.
data-round = { $activity }, { $day }
data-round-digested = Hiervan zijn al cijfers van de groep gemaakt. Die veranderen niet meer.
data-status-dont_know = Je zei: weet ik niet.
data-status-declined = Je zei: zeg ik liever niet.
data-status-skipped = Overgeslagen.
data-status-not_asked = Niet gevraagd.
data-status-expired = Niet beantwoord.
data-status-open = Je koos: { $answer }
data-status-typed = Je schreef:
data-status-typed-gone = Je schreef iets. De tekst is al gewist.
data-answered-on = Op { $day }
data-erase-one = Wis dit antwoord
data-erase-one-of = Wis dit antwoord: { $question }
data-erase-one-along = Hoort er een vraag bij die je alleen door dit antwoord kreeg? Dan gaat dat antwoord ook weg.
data-one-erased = Dat antwoord is weg.
data-one-gone = Dat antwoord was al weg.
data-take-along = Meenemen
data-download = Download alles als bestand (JSON)
data-erase-all = Wis alles
data-page-old = Deze link werkt niet meer.
data-page-old-do = Vraag in de chat een nieuwe link. Was alles al gewist? Dan is er niets meer te zien.
data-page-nobody = Op dit toestel kennen we jou niet.
data-page-nobody-do = Er is hier niets van jou bewaard. Doe je mee via Telegram of Discord? Vraag je link dan daar.
