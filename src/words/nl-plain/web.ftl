# The web pages: only the sentences that can be said more simply than in Dutch.
web-language-name = Makkelijk Nederlands
web-no-line = Er is geen internet. Je antwoord gaat straks vanzelf weg. Laat deze pagina open.
