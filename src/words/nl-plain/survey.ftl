# Dutch in simpler words: only the sentences that can be said more simply. The rest is said in Dutch.
card-hello-at-most = { $count ->
    [one] Je hebt 1 korte vraag. Of geen.
   *[other] Je hebt niet meer dan { $count } korte vragen.
}
card-minutes = { $minutes ->
    [one] Het duurt ongeveer 1 minuut. Elk antwoord is goed.
   *[other] Het duurt ongeveer { $minutes } minuten. Elk antwoord is goed.
}
card-position-at-most = Vraag { $number }. Het zijn er niet meer dan { $total }.
card-information = Lees dit
card-ahead-at-most = { $count ->
    [one] Hierna komt misschien nog 1 vraag.
   *[other] Hierna komen niet meer dan { $count } vragen.
}

# Before the questions, for who may not have been there.
check-in-first = Eerst dit

# How to answer.
hint-any = Tik op alles wat klopt. Je mag er meer kiezen. Tik dan op “{ button-done }”.
hint-at-most = Kies er niet meer dan { $max }. Tik dan op “{ button-done }”.
hint-at-least = Kies er { $min } of meer. Tik dan op “{ button-done }”.
hint-exactly = Kies er { $count }. Tik dan op “{ button-done }”.
hint-between = Kies er { $min } tot { $max }. Tik dan op “{ button-done }”.
kept = Je antwoord is er nog. Is het goed? Tik op “{ button-next }”.
kept-ticked = Je antwoord is er nog. Is het goed? Tik op “{ button-done }”.
kept-text = Je antwoord is er nog. Is het goed? Tik op “{ button-next }”. Of schrijf iets anders.
text-no-names = Schrijf geen namen. Schrijf geen nummers. Ook niet van jou.
text-no-helpline = Dit is geen hulplijn. Niemand leest nu mee.
text-write-there = Schrijf niet hier. Schrijf op onze pagina. Tik op “{ button-write-there }”.
picture-alt = Prentjes, van de eerste tot de laatste: { $options }.

# The card at the end.
end-thanks = Klaar. Bedankt. Je hoort later wat we ermee doen.
end-change = Wil je iets veranderen? Dat kan nog. Later niet meer.
end-closed-completed = Klaar. Bedankt. De vragen zijn voorbij.
end-closed-partial = De vragen zijn voorbij. Bedankt voor je antwoorden.
end-closed-expired = De vragen zijn voorbij. Je hoeft niets te doen.
end-stopped = Oké. Je krijgt geen vragen meer. Wil je later weer vragen? Stuur /start. Of open je link.
end-unreachable = Het lukte niet om je vragen te sturen. Wil je weer vragen? Stuur /start. Of open je link.
end-absent = Oké. Goed dat je het zegt. Je hoeft niets meer te doen.
end-absent-change = Klopt dat niet? Je kan het nog veranderen. Later niet meer.

# Short remarks next to the card.
notice-stale = Die vraag is voorbij. Er is niets veranderd.
notice-closed = De vragen zijn al voorbij. Er is niets veranderd.
notice-tap-please = Tik op een knop bij de vraag. Er is nog niets bewaard.
notice-too-long = Dat is te lang. Schrijf niet meer dan { $count } letters. Er is nog niets bewaard.
notice-empty = Je antwoord is leeg. Schrijf iets. Of tik op “{ button-skip }”.
notice-pick-at-least = { $count ->
    [one] Kies er 1 of meer. Of tik op “{ button-skip }”.
   *[other] Kies er { $count } of meer. Of tik op “{ button-skip }”.
}
notice-pick-at-most = { $count ->
    [one] Je mag er 1 kiezen. Tik eerst je andere keuze weg.
   *[other] Je mag er niet meer dan { $count } kiezen. Tik eerst een andere keuze weg.
}
notice-not-this-one = Die knop is voor een andere vraag. Er is niets veranderd.
notice-finished = Je bent al klaar. Iets veranderen? Tik op “{ button-change }”.
notice-write-there = Schrijf dit op onze pagina. Tik op “{ button-write-there }”. Er is nog niets bewaard.
