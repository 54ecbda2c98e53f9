# Over de tijd: dezelfde vraag, keer na keer. Nooit een lijn uit twee punten, nooit een oorzaak.
trend-heading = 📅 Over de tijd · { $survey }
trend-question = { $number }. { $question } — { $part }
trend-between = { $least } tot { $most } van { $base }
trend-hidden = te weinig antwoorden
trend-break-scale = — vanaf hier: een andere vraag of andere antwoorden —
trend-break-set = — vanaf hier: andere vragen eromheen —
trend-few = Nog geen drie keer op dezelfde manier gevraagd. Hier kun je nog geen lijn in lezen.
trend-care = Elke keer antwoordde een andere groep. Kijk of jullie dit herkennen, en praat erover.
trend-none = Er is nog niets om naast elkaar te leggen. Daarvoor moeten minstens twee overzichten dezelfde vraag tonen.
trend-more = Vraag { $numbers }: zie de webpagina.
trend-older = Oudere keren: zie de webpagina.
