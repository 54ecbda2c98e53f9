# Coming in. Nothing is stored before a yes.
join-language = In welke taal wil je lezen?
join-age = Hoe oud ben je?
join-age-why = We vragen dit omdat niet elke leeftijd overal mag meedoen. We bewaren alleen deze groep, niet je geboortedatum.
join-age-a = Jonger dan 13
join-age-b = 13, 14 of 15
join-age-c = 16 of 17
join-age-d = 18 of ouder
join-hello = Hoi, ik ben de bot van { $organisation }. Ik ben geen mens.
join-what = Ik stel af en toe een paar korte vragen over wat je hier doet en beleeft.
join-free = Meedoen is vrij. Zeg je nee, dan verandert er niets voor jou.
join-who-sees = Wie ziet wat? De begeleiders zien alleen groepscijfers, vanaf { $floor } antwoorden. Je naam bewaren we niet bij je antwoord.
join-sensitive = Soms gaat een vraag over iets gevoeligs, zoals racisme of gender. Elke vraag mag je overslaan.
join-stop = /stop: geen vragen meer, meteen. /wis: alles weg wat we van jou bewaren.
join-stop-web = Onder deze vragen staan later altijd knoppen. “{ web-stop }”: geen vragen meer, meteen. “{ web-erase }”: alles weg wat we van jou bewaren.
join-platform-telegram = Eerlijk: dit gesprek loopt via Telegram. Dat bedrijf kan technisch aan deze berichten en weet dat jij met mij praat. Wil je dat niet? Antwoord dan op onze webpagina.
join-platform-discord = Eerlijk: dit gesprek loopt via Discord. Dat bedrijf kan technisch aan deze berichten en weet dat jij met mij praat. Discord bewaart gegevens in de VS. Ik kan jouw berichten daar niet wissen, jij wel. Wil je dat niet? Antwoord dan op onze webpagina.
join-platform-web = Deze pagina is van ons. Je hebt geen account nodig.
join-more-kept = Wat bewaren we? Je antwoorden, met een willekeurig nummer. Je leeftijdsgroep en hoe we jou bereiken, bewaren we apart en versleuteld.
join-more-small = In een kleine groep tonen we geen aantallen die naar één persoon wijzen. Overzichten van de groep die al gemaakt zijn, blijven bestaan.
join-more-rights = Wil je weten wat we van jou bewaren? Stuur /mijndata. Wil je dat alles weg is? Stuur /wis. Je hoeft dat aan niemand te vragen.
join-more-rights-web = Wil je weten wat we van jou bewaren? Tik op “{ web-my-data }”. Wil je dat alles weg is? Tik op “{ web-erase }”. Je hoeft dat aan niemand te vragen.
join-more-year = Elk werkjaar vragen we opnieuw of je nog wil meedoen.
join-question = Doe je mee?
join-yes = Ja, ik doe mee
join-no = Nee, liever niet
join-more = Meer uitleg
join-on-web = Liever op de webpagina
join-declined = Oké. We bewaren niets over jou. Wil je later toch meedoen? Open dan de link opnieuw.
join-under-13 = Bedankt dat je het zegt. Je kan hier pas meedoen vanaf 13 jaar. We bewaren niets over jou. Je mening telt wel: vertel ze gerust aan je begeleider.
join-elsewhere = In deze app kan je hier niet meedoen. Op onze eigen webpagina kan het wel. Je hebt er geen account voor nodig.
join-elsewhere-once = De knop werkt één dag. Wat je al koos, vragen we daar niet opnieuw.
join-open-page = Naar de webpagina
join-not-here = Je kan nu niet meedoen met { $organisation }. Dat ligt niet aan jou: hun vragen zijn voor andere leeftijden. Je krijgt hier geen vragen.
join-done = Fijn, je doet mee met { $organisation }. Als er vragen zijn, staan ze hier.
join-already = Je doet al mee met { $organisation }. Als er vragen zijn, staan ze hier.
join-which = Bij welke organisatie wil je meedoen?
join-link-unknown = Deze link ken ik niet. Vraag een nieuwe link aan je begeleider.
join-link-expired = Deze link is te oud. Vraag een nieuwe link aan je begeleider.
join-link-used = Deze link is al gebruikt. Hij werkt maar één keer. Wil je meedoen? Open dan de link van je organisatie.
join-post = { $organisation } wil graag weten wat jij ervan vindt. Doe je mee? Dan krijg je af en toe een paar korte vragen, in een privégesprek. Niets moet.
join-post-button = Ik wil meer weten
start-needs-link = Hoi. Om mee te doen heb je de link of de QR-code van je organisatie nodig. Vraag ernaar bij je begeleider.

# The yes of before has ended: asked once.
join-again = Wil je nog meedoen?
join-again-why = Je deed mee met { $organisation }. Een ja geldt voor één werkjaar en voor één uitleg. Daarom vragen we het opnieuw. Zeg je niets, dan krijg je geen vragen.

# The page behind a link that was used already.
web-join-used = Deze link is al gebruikt.
web-join-used-do = Hij werkt maar één keer. Doe je al mee op dit toestel? Ga dan naar je vragen. Anders open je de link van je organisatie opnieuw.
