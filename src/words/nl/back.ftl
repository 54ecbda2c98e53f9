# Wat terugkomt: het resultaat, "jullie zeiden, wij doen", en één keer een woord aan de coach.
# De eerste regel is neutraal: die kan op een vergrendelde telefoon staan. A2.
back-result = Er is een antwoord voor jou.
back-result-about = { $activity }, { $date }
back-result-own-both = Jij, bij de start: { $start }. Jij, op het einde: { $end }.
back-result-own-start = Jij, bij de start: { $answer }.
back-result-own-end = Jij, op het einde: { $answer }.
back-result-own = { $question } Jij zei: { $answer }.
back-result-thanks = Bedankt dat je meedeed.
back-result-group = En samen:
back-result-figure = – { $label }: { $count }
back-result-few = Jullie waren met te weinig om cijfers te tonen. Zo is niemand herkenbaar.
back-result-end = Dit gaat over wie antwoordde. Je hoeft niets te doen.
back-feedback = Er is een bericht terug.
back-feedback-said = Jullie zeiden: { $text }
back-feedback-doing = Wij doen: { $text }
back-feedback-cannot = Dit lukt nu niet, want: { $text }

# Waar de overzichten komen, zonder cijfers.
back-nudge = Nog te doen: een woord terug aan de jongeren ({ $activity }, { $date })
back-nudge-how = Met de knop schrijf je wat jullie hoorden en wat jullie doen. Dat gaat één keer naar wie meedeed.
back-nudge-free = Het mag, het moet niet. De volgende vragen gaan gewoon door.
