# The card of a question. The first line is what a phone shows in its notification: no theme, no name.
card-hello = { $count ->
    [one] Je hebt 1 korte vraag.
   *[other] Je hebt { $count } korte vragen.
}
card-hello-at-most = { $count ->
    [one] Je hebt hoogstens 1 korte vraag.
   *[other] Je hebt hoogstens { $count } korte vragen.
}
card-minutes = { $minutes ->
    [one] Ongeveer 1 minuut. Er zijn geen foute antwoorden.
   *[other] Ongeveer { $minutes } minuten. Er zijn geen foute antwoorden.
}
card-position = Vraag { $number } van { $total }
card-position-at-most = Vraag { $number } van hoogstens { $total }
card-information = Even lezen
card-ahead = { $count ->
    [one] Hierna komt nog 1 vraag.
   *[other] Hierna komen nog { $count } vragen.
}
card-ahead-at-most = { $count ->
    [one] Hierna komt misschien nog 1 vraag.
   *[other] Hierna komen nog hoogstens { $count } vragen.
}
card-last = Dit is de laatste vraag.

# Before the questions, for who may not have been there.
check-in-first = Eerst even dit
check-in = Was je erbij?
check-in-about = Het gaat over { $activity }.

# How to answer.
hint-any = Tik op alles wat past. Tik daarna op “{ button-done }”.
hint-at-most = Kies er hoogstens { $max }. Tik daarna op “{ button-done }”.
hint-at-least = Kies er minstens { $min }. Tik daarna op “{ button-done }”.
hint-exactly = Kies er { $count }. Tik daarna op “{ button-done }”.
hint-between = Kies er { $min } tot { $max }. Tik daarna op “{ button-done }”.
hint-scale = 0 = { $low } · 10 = { $high }
kept = Je antwoord van daarnet staat er nog. Klopt het? Tik op “{ button-next }”.
kept-ticked = Je antwoord van daarnet staat er nog. Klopt het? Tik op “{ button-done }”.
kept-text = Je antwoord van daarnet is er nog. Klopt het? Tik op “{ button-next }”. Of schrijf een nieuw antwoord.
text-no-names = Schrijf geen namen of nummers, ook niet van jezelf.
text-no-helpline = Dit is geen hulplijn. Niemand leest live mee.
text-write-there = Je schrijft op onze eigen pagina, niet in deze chat. Tik op “{ button-write-there }”.
picture-alt = Pictogrammen, in deze volgorde: { $options }.
text-field = Jouw antwoord

# Buttons.
button-dont-know = weet ik niet
button-decline = zeg ik liever niet
button-skip = Overslaan
button-erase = Antwoord wissen
button-back = Vorige
button-later = Niet nu
button-stop = Stop met vragen
button-done = Klaar
button-next = Verder
button-change = Verander mijn antwoorden
button-write = Schrijf je antwoord
button-write-there = Schrijf op onze pagina
button-clip = Bekijk in gebarentaal
button-absent = Ik ben er niet bij
button-help = Waar vind ik hulp?
button-change-absent = Verander mijn antwoord

# Behind an option that is chosen, for who wants no signs.
chosen = { $option } (gekozen)

# The card at the end.
end-thanks = Klaar. Bedankt. We laten weten wat we ermee doen.
end-change = Je kan je antwoorden nog veranderen tot de vragen sluiten.
end-closed-completed = Klaar. Bedankt. De vragen zijn nu gesloten.
end-closed-partial = De vragen zijn nu gesloten. Bedankt voor wat je al liet weten.
end-closed-expired = De vragen zijn nu gesloten. Je hoeft niets meer te doen.
end-declined = Oké, niet nu. Je hoeft niets te doen.
end-stopped = Oké, je krijgt geen vragen meer. Wil je later toch weer vragen? Stuur /start of open je link opnieuw.
end-unreachable = We konden je deze vragen niet sturen. Wil je weer vragen? Stuur /start of open je link opnieuw.
end-absent = Oké. Bedankt om het te laten weten. Je hoeft niets meer te doen.
end-absent-change = Vergist? Je kan dit nog veranderen tot de vragen sluiten.

# Short remarks next to the card.
notice-stale = Dat hoort bij een vraag die voorbij is. Er is niets veranderd.
notice-closed = Deze vragen zijn al gesloten. Er is niets veranderd.
notice-tap-please = Tik op een van de knoppen bij de vraag. Er is nog niets bewaard.
notice-too-long = Dat is te lang. Hoogstens { $count } tekens. Er is nog niets bewaard.
notice-empty = Er staat niets in je antwoord. Schrijf iets, of tik op “{ button-skip }”.
notice-pick-at-least = { $count ->
    [one] Kies er minstens 1. Of tik op “{ button-skip }”.
   *[other] Kies er minstens { $count }. Of tik op “{ button-skip }”.
}
notice-pick-at-most = { $count ->
    [one] Je kan er maar 1 kiezen. Tik eerst je andere keuze weg.
   *[other] Je kan er hoogstens { $count } kiezen. Tik eerst een andere keuze weg.
}
notice-not-this-one = Die knop hoort niet bij deze vraag. Er is niets veranderd.
notice-finished = Je bent al klaar. Wil je iets veranderen? Tik op “{ button-change }”.
notice-stopped = Oké, je krijgt geen vragen meer.
notice-write-there = Schrijf dit antwoord op onze pagina. Tik op “{ button-write-there }”. Er is nog niets bewaard.

# In a question, when nobody gave the theme of the session.
theme-unknown = het thema van deze keer

# In the terminal, where a question set is tried out.
play-how = Typ het nummer of de woorden van een knop, of je eigen antwoord. Dit is een proef: er wordt niets bewaard.
play-end = Druk op Enter om te eindigen.
play-help = Hier komt de kaart met wie kan helpen.
play-activity = de activiteit
play-organisation = de organisatie
