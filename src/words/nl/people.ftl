# Coming in. Nothing is stored before a yes.
join-hello = Hoi, ik ben de bot van { $organisation }. Ik ben geen mens.
join-what = Ik stel af en toe een paar korte vragen.
join-free = Meedoen is vrij. Zeg je nee, dan verandert er niets voor jou.
join-who-sees = Wie ziet wat? De begeleiders zien alleen groepscijfers, vanaf { $floor } antwoorden. Je naam bewaren we niet bij je antwoord.
join-sensitive = Soms gaat een vraag over iets gevoeligs. Elke vraag mag je overslaan.
join-stop = Wil je geen vragen meer? Dan tik je op “{ button-stop }”. Dat geldt meteen.
join-platform-telegram = Eerlijk: dit gesprek loopt via Telegram. Dat bedrijf kan technisch aan deze berichten en weet dat jij met mij praat.
join-platform-discord = Eerlijk: dit gesprek loopt via Discord. Dat bedrijf kan technisch aan deze berichten en weet dat jij met mij praat. Discord bewaart gegevens in de VS. Ik kan jouw berichten daar niet wissen, jij wel.
join-platform-web = Deze pagina is van ons. Je hebt geen account nodig.
join-more-kept = Wat bewaren we? Je antwoorden, met een willekeurig nummer. Hoe we jou bereiken, bewaren we apart en versleuteld.
join-more-small = In een kleine groep tonen we geen aantallen die naar één persoon wijzen.
join-more-rights = Wil je weten wat er van jou bewaard is, of wil je dat het weg is? Vraag het aan je begeleider.
join-question = Doe je mee?
join-yes = Ja, ik doe mee
join-no = Nee, liever niet
join-more = Meer uitleg
join-declined = Oké. We bewaren niets over jou. Wil je later toch meedoen? Open dan de link opnieuw.
join-done = Fijn, je doet mee met { $organisation }. Als er vragen zijn, staan ze hier.
join-already = Je doet al mee met { $organisation }. Als er vragen zijn, staan ze hier.
join-which = Bij welke organisatie wil je meedoen?
join-link-unknown = Deze link ken ik niet. Vraag een nieuwe link aan je begeleider.
join-link-expired = Deze link is te oud. Vraag een nieuwe link aan je begeleider.
join-post = { $organisation } wil graag weten wat jij ervan vindt. Doe je mee? Dan krijg je af en toe een paar korte vragen, in een privégesprek. Niets moet.
join-post-button = Ik wil meer weten
start-needs-link = Hoi. Om mee te doen heb je de link of de QR-code van je organisatie nodig. Vraag ernaar bij je begeleider.
nothing-open = Er is nu geen vraag voor jou. Wat je schreef, is niet bewaard.
reminder-lead = Deze vragen staan er nog voor jou. Het hoeft niet.

# Commands.
help =
    Ik stel korte vragen over de activiteiten van je organisatie. Ik ben geen mens, en dit is geen hulplijn: niemand leest live mee.
    /stop: geen vragen meer, meteen.
    /start: weer meedoen.
    /privacy: wat er met je antwoorden gebeurt.
    Zit je ergens mee? Praat of chat met Awel: bel 102 of ga naar awel.be. Is er nu gevaar? Bel 112 of gebruik de app 112 BE.
privacy =
    Je antwoorden bewaren we met een willekeurig nummer. Je naam en je account staan er niet bij.
    Hoe we jou bereiken, bewaren we apart en versleuteld.
    Begeleiders zien alleen groepscijfers, vanaf 5 antwoorden. Wat je zelf schrijft, komt nooit vanzelf in een kanaal.
    Telegram of Discord kan technisch aan de berichten in dit gesprek. Wil je dat niet? Vraag dan de link naar de webpagina.
    Elke vraag mag je overslaan. /stop: geen vragen meer, meteen.
    Wil je weten wat er van jou bewaard is, of wil je dat het weg is? Vraag het aan je begeleider.

# In the chat of a coach or an organisation.
place-help = Met /koppel en een code koppel je deze chat aan een organisatie. De code staat op de pagina van de coach en is een half uur geldig.
link-not-manager = Alleen wie deze chat beheert, kan koppelen. Vraag het aan een beheerder.
link-wrong-code = Deze code is niet geldig. Ze is fout, al gebruikt of ouder dan een half uur. Maak een nieuwe op de pagina van de coach.
link-done = Gekoppeld. De overzichten van { $organisation } komen voortaan hier. Kijk na wie er in deze chat zit.
