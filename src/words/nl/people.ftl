nothing-open = Er is nu geen vraag voor jou. Wat je schreef, is niet bewaard.
reminder-lead = Deze vragen staan er nog voor jou. Het hoeft niet.

# Commands.
help =
    Ik stel korte vragen over de activiteiten van je organisatie. Ik ben geen mens, en dit is geen hulplijn: niemand leest live mee.
    /stop: geen vragen meer, meteen.
    /start: weer meedoen.
    /privacy: wat er met je antwoorden gebeurt.
    Zit je ergens mee? Praat of chat met Awel: bel 102 of ga naar awel.be. Is er nu gevaar? Bel 112 of gebruik de app 112 BE.

# In the chat of a coach or an organisation.
place-help = Met /koppel en een code koppel je deze chat aan een organisatie. De code staat op de pagina van de coach en is een half uur geldig.
link-not-manager = Alleen wie deze chat beheert, kan koppelen. Vraag het aan een beheerder.
link-wrong-code = Deze code is niet geldig. Ze is fout, al gebruikt of ouder dan een half uur. Maak een nieuwe op de pagina van de coach.
link-done = Gekoppeld. De overzichten van { $organisation } komen voortaan hier. Kijk na wie er in deze chat zit.
