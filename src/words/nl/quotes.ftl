# Iets dat een jongere schreef, in een kanaal: eerst een vraag aan wie het schreef. A2.
# De eerste regel is neutraal: die kan op een vergrendelde telefoon staan.
quote-may-we = Mogen we je iets vragen?
quote-who = In een vragenlijst schreef je iets. { $organisation } wil een stukje daarvan laten lezen in het kanaal van de begeleiders. Zonder je naam.
quote-who-coach = In een vragenlijst schreef je iets. { $organisation } wil een stukje daarvan laten lezen in het kanaal van de begeleiders en de coach. Zonder je naam.
quote-how = Zo staat het er dan:
quote-free = Nee is even goed. Dan verandert er niets voor jou.
quote-later = Zeg je ja en wil je het later toch niet? Dat kan, op deze kaart of op je eigen pagina.
quote-elsewhere = Wat je schreef, tonen we niet in Discord. Op je eigen pagina kan je het lezen en kiezen.
quote-yes = Ja, zonder naam
quote-no = Nee
quote-show = Toon het op mijn pagina
quote-undo = Toch niet
quote-agreed = Je zei ja. Het komt pas in het kanaal als nog iemand het nakeek, en ten vroegste na een dag.
quote-posted = Je zei ja. Het staat in het kanaal. Tik je op “{ quote-undo }”, dan halen we de woorden daar weg.
quote-refused = Goed. We gebruiken het niet.
quote-taken-back = Goed. De woorden zijn weg. Wie ze al las, kan ze nog kennen.
quote-over = Deze vraag staat niet meer open. Er is niets veranderd.
quote-not-taking-part = Je doet nu niet mee. Daarom gebruiken we deze woorden niet.

# Op de eigen pagina.
data-quote-asked = Mag { $organisation } dit laten lezen, zonder je naam?
data-quote-agreed = Je zei ja: dit mag gelezen worden, zonder je naam.
data-quote-posted = Dit staat in het kanaal, zonder je naam.
data-quote-paraphrase = Een begeleider zei in eigen woorden wat jij schreef, zonder je naam.
data-quote-done = In orde. Zo is het nu.

# In het kanaal: één stem, nooit naast een cijfer.
quote-channel-own = Een jongere over { $activity }
quote-channel-paraphrase = Over { $activity }, in de woorden van een begeleider
quote-channel-yes = Gedeeld met een ja van wie het schreef. Dit is één stem.
quote-channel-words = Dit is één stem, niet die van de groep.
quote-channel-gone = Hier stonden woorden van een jongere. Ze zijn teruggenomen.
quote-covered-age = leeftijd
