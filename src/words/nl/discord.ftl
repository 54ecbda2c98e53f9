# What the bot says about Discord itself, and the names of the slash commands.
# A command name has only small letters, figures and - ; at most 32.
# A description has at most 100 characters.

discord-start-name = meedoen
discord-start-description = Doe mee met de korte vragen van je organisatie
discord-stop-name = stop
discord-stop-description = Stop: je krijgt geen vragen meer
discord-help-name = hulp
discord-help-description = Hoe werkt deze bot? En wie kan je helpen?
discord-privacy-name = privacy
discord-privacy-description = Wie ziet wat? Lees wat er met je antwoorden gebeurt
discord-language-name = taal
discord-language-description = Kies je taal
discord-pause-name = pauze
discord-pause-description = Een maand geen vragen
discord-settings-name = instellingen
discord-settings-description = Kies je taal, je rust en hoe de vragen eruitzien
discord-my-data-name = mijndata
discord-my-data-description = Zie wat we van jou bewaren
discord-erase-name = wis
discord-erase-description = Wis alles wat we van jou bewaren
discord-propose-name = voorstel
discord-propose-description = Stel een thema of een vraag voor
discord-propose-text-name = tekst
discord-propose-text-description = Je thema of vraag, hoogstens 300 tekens
discord-koppel-name = koppel
discord-koppel-description = Voor begeleiders: koppel dit kanaal of dit gesprek met een code
discord-koppel-code-name = code
discord-koppel-code-description = De code die je van Pols kreeg
discord-menu-name = menu
discord-menu-description = Alles wat jij kan doen, met knoppen
discord-session-name = sessie
discord-session-description = Een sessie toevoegen, verplaatsen of afsluiten
discord-surveys-name = peilingen
discord-surveys-description = Wat wordt er gevraagd, en wanneer?
discord-agreement-name = akkoord
discord-agreement-description = Wat wacht op een akkoord?
discord-digest-name = digest
discord-digest-description = De overzichten van voorbije peilingen
discord-timeline-name = tijdlijn
discord-timeline-description = De tijdlijn van dit werkjaar
discord-feedback-name = terugkoppeling
discord-feedback-description = Iets terugzeggen aan de jongeren
discord-roles-name = rollen
discord-roles-description = Wie doet wat? Iemand uitnodigen

discord-choose = Kies een antwoord
discord-write-title = Jouw antwoord
discord-cut = … De rest past niet in dit bericht.
discord-look = Kijk in je privéberichten. Daar praat ik met jou.
discord-look-button = Naar het gesprek
discord-closed = Ik kan je geen privébericht sturen. Daarom staat het hier. Alleen jij ziet dit.
discord-received = Ik heb je bericht gekregen. Het antwoord komt in je privéberichten.
discord-trouble = Er ging iets mis. Je antwoord is niet bewaard. Probeer het straks opnieuw.
discord-unknown = Dit ken ik niet meer. Typ / om te zien wat ik kan.
discord-no-access = Ik mag niet schrijven in dit kanaal. Geef mij hier de rechten “Kanaal bekijken” en “Berichten versturen”. Typ daarna het commando opnieuw.
