nothing-open = Er is nu geen vraag voor jou. Wat je schreef, is niet bewaard.
reminder-lead = Deze vragen staan er nog voor jou. Het hoeft niet.

# Commands.

# In the chat of a coach or an organisation.
place-help = Met /koppel en een code koppel je deze chat aan een organisatie. De code staat op de pagina van de coach en is een half uur geldig.
link-not-manager = Alleen wie deze chat beheert, kan koppelen. Vraag het aan een beheerder.
link-wrong-code = Deze code is niet geldig. Ze is fout, al gebruikt of ouder dan een half uur. Maak een nieuwe op de pagina van de coach.
link-done = Gekoppeld. De overzichten van { $organisation } komen voortaan hier. Kijk na wie er in deze chat zit.
