# What stands in a typed text where something was taken out.
scrubbed-phone = telefoonnummer
scrubbed-mail = mailadres
scrubbed-link = link
scrubbed-account = account
scrubbed-bank = rekeningnummer
scrubbed-national = rijksregisternummer
scrubbed-name = naam

# The help card. Short, plain, and never more than somebody can take in.
help-title = Wil je met iemand praten?
help-not-kept = Wat je net schreef, is niet bewaard. Niemand leest het.
help-line = { $name }, { $for }: { $ways }.
help-spoken = (in het { $languages })
help-chat = chat
help-chat-hours = chat ({ $hours })
help-mail = mail
help-app = app { $name }
help-call = bel { $number }
help-text = sms { $number }
help-open-chat = Chat met { $name }
help-open-mail = Schrijf naar { $name }
help-danger = Is er nu gevaar? Bel 112.
help-danger-app = Is er nu gevaar? Bel 112 of gebruik de app 112 BE.
help-ask = Vraag { $name } om mij te contacteren
help-more = Meer hulplijnen
help-fine = Nee, ik ben oké
help-later = Oké. Wil je later toch praten? Vraag dan opnieuw naar hulp.

# Asking to be contacted.
help-pass = Ik geef je naam op { $platform } door aan { $name }: { $handle }
help-pass-typed = Hoe kan { $name } je bereiken? Schrijf bijvoorbeeld je nummer of je mailadres.
help-no-answers = Alleen dat geef ik door. Niet je antwoorden.
help-or = Is { $name } niet te bereiken? Dan geef ik het door aan { $other }.
help-hours = { $name } is er nu. De uren zijn: { $hours }.
help-away = { $name } is er nu niet. De uren zijn: { $hours }.
help-yes = Ja, geef door
help-no = Nee
help-write = Schrijf hoe
help-handle = Zo kan je mij bereiken
help-handle-empty = Er staat nog niets. Er is niets doorgegeven.
help-handle-long = Dat is te lang. Hoogstens { $max } tekens. Er is niets doorgegeven.
help-not-asked = Oké. Er is niets doorgegeven.
help-asked = Doorgegeven aan { $name }.
help-asked-before = Je vroeg dit al aan { $name }. Het wacht nog.
help-nobody = Dat kan nu niet. Er is niets doorgegeven. De hulplijnen kan je altijd bereiken. Is er nu gevaar? Bel 112.
help-was-seen = { $name } heeft je vraag gezien en neemt contact met je op.
help-not-reached = Je vraag kon niet doorgegeven worden: we konden nu niemand bereiken. Wil je toch praten? De hulplijnen kan je altijd bereiken. Is er nu gevaar? Bel 112.
help-on-telegram = Telegram
help-on-discord = Discord
help-on-web = de webpagina

# For the person who is asked to contact somebody.
request-title = { $organisation }: een jongere vraagt of je contact opneemt.
request-reach = Zo bereik je deze jongere ({ $platform }):
request-no-answers = Je ziet geen antwoorden. De jongere koos hier zelf voor.
request-danger = Denk je dat er nu gevaar is? Volg het stappenplan van je organisatie of bel 112.
request-after = Haal dit bericht weg als jullie elkaar gesproken hebben.
request-seen = Ik neem contact op
help-seen-thanks = Dank je. De jongere hoort dat je de vraag zag.
help-seen-over = Deze vraag is al gezien, of te oud.

# Linking the private chat of that person.
staff-linked = Gekoppeld. Vraagt een jongere van { $organisation } om contact, dan krijg je hier een bericht. Alleen jij ziet het.
staff-in-group = Deze code is voor een groep of kanaal. Typ ze daar.
staff-not-here = Dit kan niet op deze pagina. Doe het in een privégesprek met de bot, op Telegram of Discord.

# What the bot can do, in a chat.
help-commands =
    Ik ben een bot, geen mens. Dit kan je me altijd vragen:
    /stop: geen vragen meer, meteen.
    /taal: een andere taal. /pauze: een maand rust. /instellingen: rust en knoppen.
    /voorstel: een thema of vraag voorstellen.
    /mijndata: wat er van jou bewaard is. /wis: alles weg. /privacy: wie wat ziet.
