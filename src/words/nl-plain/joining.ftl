# Coming in: only the sentences that can be said more simply than in Dutch.
join-age-why = Niet elke leeftijd mag overal meedoen. Daarom vragen we dit. Je geboortedatum bewaren we niet.
join-what = Ik stel soms een paar korte vragen.
join-who-sees = Wie ziet wat? De begeleiders zien nooit jouw antwoord alleen. Ze zien cijfers van de groep, vanaf { $floor } antwoorden. Je naam staat niet bij je antwoord.
join-sensitive = Soms is een vraag moeilijk of gevoelig. Elke vraag mag je overslaan.
join-platform-telegram = Dit gesprek gaat via Telegram. Dat bedrijf kan deze berichten lezen. Het weet dat jij met mij praat. Wil je dat niet? Gebruik dan onze webpagina.
join-platform-discord = Dit gesprek gaat via Discord. Dat bedrijf kan deze berichten lezen. Het weet dat jij met mij praat. Het bewaart alles in Amerika. Ik kan jouw berichten daar niet wissen, jij wel. Wil je dat niet? Gebruik dan onze webpagina.
join-more-kept = Wat bewaren we? Je antwoorden, met een nummer. Je naam staat er niet bij.
join-more-small = Is de groep klein? Dan tonen we geen cijfers die over jou alleen kunnen gaan.
join-under-13 = Bedankt dat je het zegt. Je kan hier meedoen vanaf 13 jaar. We bewaren niets over jou. Vertel gerust aan je begeleider wat je denkt.
join-not-here = Je kan nu niet meedoen met { $organisation }. Dat is niet jouw fout.
join-again-why = Je deed mee met { $organisation }. Elk jaar vragen we het opnieuw. Zeg je niets? Dan krijg je geen vragen.
