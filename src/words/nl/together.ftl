# Keren die elk te klein zijn om te tonen, samengeteld. Nooit hoeveel jongeren het precies waren.
together-period = { $sessions } keer samen, { $from } tot { $until }
together-answers = Antwoorden: minstens { $count } jongeren, over { $sessions } keer samen. Van elk telt het laatste antwoord.
together-figure = { $label }: { $count }
