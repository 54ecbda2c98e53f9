## Roles: who may do what, invitations, the year with or without the coach, and linking a channel.

role-coach = Impactcoach
role-lead = Verantwoordelijke
role-worker = Jeugdwerker
role-moderator = Moderator
role-safeguarding = Vertrouwenspersoon
role-fallback = Vervanger van de vertrouwenspersoon
role-helper = Helper
role-author = Vragenmaker
role-curator = Curator
role-coach-is = Impactcoach: denkt mee, stelt peilingen voor en leest overzichten. Geeft nooit akkoord.
role-lead-is = Verantwoordelijke: geeft akkoord op peilingen, geeft rollen en kiest of het jaar met of zonder coach is.
role-worker-is = Jeugdwerker: plant sessies, stelt peilingen voor, leest overzichten en zegt iets terug.
role-moderator-is = Moderator: leest open antwoorden, één voor één.
role-safeguarding-is = Vertrouwenspersoon: krijgt een bericht als een jongere om contact vraagt. Ziet geen resultaten.
role-fallback-is = Vervanger: krijgt dat bericht als de vertrouwenspersoon er niet is. Ziet geen resultaten.
role-helper-is = Helper: helpt bij één sessie of moment, tot een dag die je kiest. Ziet geen resultaten.
role-author-is = Vragenmaker: maakt een ontwerp van een peiling. Ziet geen antwoorden.
role-curator-is = Curator: kijkt na wat organisaties in de bibliotheek willen delen. Ziet geen antwoorden.

# Who has which role.
role-title = Wie doet wat bij { $organisation }
role-member = { $name }: { $role }
role-unreachable = niet bereikbaar
role-task = { $task }, tot en met { $until }
role-task-gone = iets dat er niet meer is
role-moment = Moment
role-no-lead = Er is nog geen verantwoordelijke. Zonder verantwoordelijke kan niemand akkoord geven, en dan begint er niets.
role-invite = Iemand uitnodigen
role-invited = Uitgenodigd, nog niet aanvaard: { $name } ({ $role })
role-withdraw = Trek de uitnodiging van { $name } in
role-withdrawn = De uitnodiging is ingetrokken. De code werkt niet meer.
role-take-back = Neem terug: { $name }, { $role }
role-take-back-sure = Neem je de rol “{ $role }” van { $name } bij { $organisation } terug? Dat gaat meteen.
role-taken-back = { $name } heeft de rol “{ $role }” bij { $organisation } niet meer.
role-leave = Mijn rol opgeven: { $role }
role-leave-sure = Geef je jouw rol “{ $role }” bij { $organisation } op? Dat gaat meteen.
role-left = Je hebt de rol “{ $role }” bij { $organisation } niet meer. Dank je.
role-last-lead = Er is geen andere verantwoordelijke. Daarna kan niemand akkoord geven tot er een nieuwe is. Wat nu loopt, loopt verder.
role-yes = Ja
role-no = Nee
role-back = Terug

# Inviting.
role-which = Welke rol bij { $organisation }?
role-which-task = Waarvoor komt deze helper?
role-no-task = Er staat geen sessie of moment gepland. Plan er eerst een.
role-until = Tot wanneer? ({ $task })
role-until-how = Daarna stopt de rol vanzelf.
role-until-day = Tot en met { $day }
role-name = Hoe heet deze persoon? ({ $role })
role-name-how = Typ alleen de voornaam, zoals collega’s die kennen.
role-name-label = Voornaam
role-name-write = Voornaam typen
role-given = Geef dit aan { $name }, en aan niemand anders: { $role } bij { $organisation }.
role-given-chat = Op Telegram of Discord, in een privégesprek met de bot:
role-given-page = Of zonder app, op het web:
role-given-until = De code werkt één keer, tot en met { $day }.
invite-how = Typ achter /koppel de code die je kreeg.
invite-wrong-code = Deze code werkt niet. Ze is fout, al gebruikt, ingetrokken of te oud. Vraag een nieuwe aan wie je de code gaf.
invite-in-group = Deze code was voor één persoon, in een privégesprek. Hier kan iedereen ze lezen. Daarom werkt ze niet meer. Vraag een nieuwe.
role-welcome = Dag { $name }. Je rol bij { $organisation }: { $role }.
role-welcome-leave = Alles vind je met /menu. Daar kan je je rol ook weer opgeven.
staff-menu-open = Menu

# With or without the coach.
mode-to-without = Verder zonder coach
mode-to-with = Verder met coach
mode-without-sure = { $organisation }: werkjaar { $year } verder zonder coach?
mode-without-means =
    Overzichten komen dan alleen nog in het kanaal van je organisatie.
    De coach ziet de vijf vaste momenten, wat er al gepost was, en wat jij zelf deelt.
    De coach kan dan niets meer plannen of voorstellen.
mode-with-sure = { $organisation }: werkjaar { $year } verder met coach?
mode-with-means =
    Nieuwe overzichten komen dan ook bij de coach.
    De coach kan weer mee plannen en peilingen voorstellen. Akkoord geven blijft bij jou.
    Wat in een periode zonder coach gepost is, blijft waar het was.
mode-stays = De vijf vaste momenten van het jaar blijven. Verder verandert of verhuist er niets. Je kan altijd terug.
mode-is-without = { $organisation } gaat verder zonder coach.
mode-is-with = { $organisation } gaat verder met coach.

# Linking a channel.
link-which = Welk kanaal wil je koppelen aan { $organisation }?
link-team = Kanaal van ons team
link-coach = Kanaal met de coach
link-join = Kanaal om mee te doen
link-team-is = Kanaal van ons team: hier komen de overzichten, ook in een jaar zonder coach.
link-coach-is = Kanaal met de coach: hier komen de overzichten in een jaar met coach.
link-join-is = Kanaal om mee te doen: hier komt een bericht waarmee jongeren kunnen meedoen. Nooit resultaten.
link-type-there = Typ dit in de groep of het kanaal van { $organisation } waar Pols lid van is:
link-code-until = De code werkt één keer, tot { $time } op { $day }.
link-keep-private = Hou dit kanaal besloten. Kijk bij elke nieuwe periode na wie erin zit.
link-public = Dit kanaal is openbaar: iedereen kan meelezen. Overzichten van jongeren horen hier niet. Maak het kanaal besloten of kies een ander. De code blijft geldig.
place-public-now = Dit kanaal is openbaar geworden: iedereen kan meelezen. Ik post hier niets meer. Maak het besloten en koppel het dan opnieuw.

# What the desk answers to a wish it does not grant.
desk-may-not = Dat kan niet met deze rol. Vraag het aan de verantwoordelijke van de organisatie.
desk-lead-invites = Er is een verantwoordelijke. Die geeft de rollen: vraag het daar.
desk-no-role = Deze rol bestaat niet. Kies er een uit de lijst.
desk-bad-name = Dat is geen voornaam. Typ 1 tot 40 tekens, op één regel.
desk-bad-task = Deze sessie of dit moment is er niet (meer). Kies een ander.
desk-bad-until = Deze dag kan niet. Kies een dag vanaf vandaag, hoogstens een jaar ver.
desk-no-duty = Er is nog niet gekozen wie dit doet en wanneer. Vul eerst “safeguarding” of “fallback” in het bestand van de organisatie in.
desk-no-invitation = Deze uitnodiging is er niet meer: al gebruikt, ingetrokken of te oud.
desk-nobody = Deze persoon heeft die rol niet (meer). Er is niets veranderd.
desk-mode-already = Dat was al zo. Er is niets veranderd.
desk-other-year = Dit gaat over een ander werkjaar. Open het menu opnieuw.

# On a page.
role-choose = Welke rol?
role-last-day = Tot en met welke dag?
role-done-taken-back = De rol is teruggenomen. Dat ging meteen in.
role-done-left = Je hebt deze rol niet meer. Dank je.
mode-done = Veranderd. De vijf vaste momenten staan op de tijdlijn.

# The personal page, and the invitation to it.
team-you = Dag { $name }. Dit is jouw eigen pagina.
team-keep = Bewaar dit adres en geef het aan niemand: wie het heeft, kan wat jij kan.
team-chat = Menu
team-nobody = Op dit adres heeft niemand een rol (meer). Vraag een nieuwe uitnodiging aan de verantwoordelijke.
team-invited = Dag { $name }. Je bent uitgenodigd bij { $organisation }: { $role }.
team-invited-how = Je krijgt een eigen pagina. Het adres ervan is je sleutel: bewaar het. Je kan je rol daar altijd weer opgeven.
team-take = Ik doe dit
team-or-chat = Liever in een chat? Typ dit op Telegram of Discord in een privégesprek met de bot:

# The working year on a page.
year-title = Werkjaar { $year }
year-with = Dit werkjaar is met coach.
year-without = Dit werkjaar is zonder coach.
year-without-coach-page = Hier zie je de vijf vaste momenten, wat er al gepost was, en wat de organisatie deelt.

# At the command line.
cli-invite = Nodig iemand uit met een rol: de eerste verantwoordelijke, die daarna zelf uitnodigt.
cli-arg-role = de rol
cli-arg-name = de voornaam, zoals collega’s die kennen (niet bij safeguarding en fallback: die staat in het bestand)
cli-opt-session = voor een helper: de sessie
cli-opt-until = voor een helper: de laatste dag, zoals 2026-12-20
cli-invited =
    Geef dit alleen aan { $name }. Op Telegram of Discord, in een privégesprek met de bot: /koppel { $code }
    Of op het web, achter het adres van Pols: { $path }
    De code werkt één keer, drie dagen lang.
