# The coach's page. B1.
coach-example = voorbeeldorganisatie
coach-example-note = Dit is een voorbeeld om Pols uit te proberen. De antwoorden zijn niet echt.
coach-news = Er is iets nieuws bij de open vragen of de overzichten.
coach-adjust = Aanpassen

coach-faults = Er zit een fout in de instellingen
coach-faults-note = Pols werkt verder met de laatste goede versie. Laat dit zien aan wie de bestanden beheert.

# Open rounds.
coach-open = Nu open
coach-open-none = Er staan nu geen vragen open.
coach-open-about = { $series }, { $date }
coach-open-until = open tot { $time }
coach-open-no-counts = Hoeveel jongeren al antwoordden, tonen we niet. Dat staat straks in het overzicht.
coach-open-nobody = Er doet nog niemand mee, dus kreeg nog niemand deze vragen. Deel eerst de link om mee te doen.
coach-close = Sluit nu en maak het overzicht
coach-close-note = Wie nog bezig is, kan dan niet meer antwoorden. Het overzicht verandert daarna niet meer.
coach-examples = Laat twaalf voorbeeldjongeren antwoorden
coach-examples-note = Dit zijn voorbeeldgegevens. Dat staat ook in het overzicht.

# Digests.
coach-digests = Overzichten
coach-digests-none = Er is nog geen overzicht. Het komt hier vanzelf als de vragen sluiten.
coach-digest-answer = Antwoord
coach-digest-count = Hoeveel
coach-digest-older = Oudere overzichten

# Sessions.
coach-sessions = Sessies
coach-hold = Hou nu een sessie
coach-hold-note = Pols maakt een sessie die nu eindigt. Wat na afloop gevraagd wordt, vertrekt meteen.
coach-sessions-soon = Nu en straks
coach-sessions-soon-none = Er is geen sessie gepland.
coach-sessions-past = Voorbij
coach-sessions-more = Nog { $count } sessies
coach-session-now = nu bezig
coach-session-cancelled = gaat niet door
coach-session-theme = Thema: { $theme }
coach-session-headcount = Aanwezig: { $count }
coach-add = Sessie toevoegen
coach-series = Reeks
coach-starts = Begint op
coach-theme = Thema
coach-theme-hint = Een paar woorden. Geen namen.
coach-optional = mag leeg blijven
coach-headcount = Aantal aanwezigen
coach-headcount-hint = Tel iedereen die er was, ook wie niet meedoet met de vragen.
coach-save-headcount = Bewaar het aantal
coach-save-theme = Bewaar het thema
coach-move = Verplaats
coach-move-hint = De vragen schuiven mee.
coach-cancel = Schrap deze sessie
coach-cancel-note = Jongeren krijgen dan geen vragen over deze sessie.
coach-end = Beëindig nu
coach-end-note = De vragen voor na afloop vertrekken dan meteen.

# Surveys.
coach-surveys = Wat we vragen
coach-survey-agreed = afgesproken
coach-survey-changed = gewijzigd: loopt zoals afgesproken, de wijziging wacht op akkoord
coach-survey-waiting = wacht op akkoord: er wordt nog niets gevraagd
coach-survey-how = { $series } · methode: { $method }

# Joining and channels.
coach-join = Meedoen
coach-join-how = Laat jongeren deze code scannen of deel de link. Meedoen is vrij.
coach-join-none = Er is nog geen kanaal ingesteld.
coach-channel-web = Webpagina
coach-channel-telegram = Telegram
coach-channel-discord = Discord
coach-qr = QR-code om mee te doen via { $channel }
coach-qr-save = Bewaar de QR-code
coach-places = Waar de overzichten komen
coach-places-here = Altijd op deze pagina.
coach-place-linked = gekoppeld op { $date }
coach-place-gone = niet meer bereikbaar: koppel opnieuw
coach-place-join = om mee te doen
coach-link = Koppel een coachkanaal
coach-link-join = Koppel een kanaal om mee te doen
coach-link-how = Typ dit in de groep of het kanaal waar Pols lid van is:
coach-link-until = De code werkt één keer, tot { $time } (30 minuten).

coach-quiet = Rustige uren
coach-quiet-how = Tussen { $from } en { $until } sturen we jongeren geen berichten. Wat dan klaarstaat, vertrekt daarna. De webpagina stuurt niets: wie ze zelf opent, kan altijd antwoorden.

# What became of a wish.
coach-done-hold = De sessie is gehouden. De vragen zijn vertrokken.
coach-done-add = De sessie staat erbij.
coach-done-move = De sessie is verplaatst.
coach-done-cancel = De sessie gaat niet door. Er wordt niets over gevraagd.
coach-done-end = De sessie is beëindigd.
coach-done-headcount = Het aantal aanwezigen is bewaard.
coach-done-theme = Het thema is bewaard.
coach-done-close = De vragen zijn gesloten. Het overzicht staat hieronder.
coach-done-examples = Twaalf voorbeeldjongeren hebben geantwoord.

# Why a wish cannot be granted, and what to do.
desk-no-organisation = Deze organisatie kennen we niet. Kijk of de naam juist is.
desk-no-series = Deze reeks is er niet (meer). Kies een reeks uit de lijst.
desk-no-session = Deze sessie is er niet meer. Herlaad de lijst en kies opnieuw.
desk-no-survey = Deze peiling is er niet (meer). Kijk in de lijst van peilingen.
desk-no-round = Deze vragen kennen we niet. Herlaad de lijst en kies opnieuw.
desk-bad-time = Dit is geen geldig tijdstip. Geef een dag en een uur, zoals 2026-12-09T14:00.
desk-bad-headcount = Geef een heel getal van 1 tot 1000.
desk-bad-theme = Geef een thema van 1 tot 60 tekens.
desk-session-over = Deze sessie is al voorbij. Dat kan niet meer veranderen.
desk-session-cancelled = Deze sessie gaat niet door. Maak een nieuwe sessie.
desk-round-over = Deze vragen zijn al gesloten. Kijk bij de overzichten.
desk-not-an-example = Dit kan alleen bij een voorbeeldorganisatie. Echte antwoorden komen van jongeren zelf.
desk-nothing-asked = Voor dit moment van deze reeks is niets afgesproken. Leg eerst een akkoord vast.
desk-no-digest = Er is nog geen overzicht. Het komt als de vragen gesloten zijn.

coach-tally = Op papier geteld
coach-tally-how = Had iemand geen telefoon, of was iemand te jong? Tel de antwoorden op papier en vul ze hier in, tot een week na het sluiten. We bewaren ze apart: ze komen niet in het overzicht en nooit bij de antwoorden van jongeren.
coach-tally-keep = Bewaar de telling
coach-done-tally = De telling is bewaard.
desk-tally-late = Deze vragen zijn al meer dan een week gesloten. De telling kan er niet meer bij.
desk-tally-number = Een van de getallen klopt niet. Geef overal een heel getal van 0 tot 1000, of laat het leeg. Er is niets bewaard.
desk-tally-headcount = Je telde { $people } jongeren, maar er waren er { $headcount }. Kijk de telling na, of pas eerst het aantal aanwezigen aan. Er is niets bewaard.

coach-feedback = Jullie zeiden, wij doen
coach-feedback-how = Laat weten wat er met de antwoorden gebeurt. Het gaat naar iedereen die meedeed, in de eigen taal waar je ze invult. Het hoeft niet, en de volgende vragen wachten er niet op.
coach-feedback-said = Jullie zeiden
coach-feedback-doing = Wij doen
coach-feedback-cannot = Dit lukt nu niet, want
coach-feedback-todo = nog te doen
coach-feedback-sent = gestuurd op { $date }
coach-feedback-languages = Ook in andere talen
coach-feedback-send = Stuur naar wie meedeed
coach-feedback-once = Dit vertrekt één keer en kan niet meer veranderen.
coach-done-feedback = Het is onderweg naar wie meedeed.
desk-feedback-half = Vul in het Nederlands in wat jullie zeiden en wat je doet, elk hoogstens 200 tekens. Begin je een andere taal, vul ze dan ook volledig in. Er is niets gestuurd.
desk-feedback-sent = Over dit overzicht is al geschreven. Er is niets gestuurd.
desk-feedback-late = Dit overzicht is meer dan 60 dagen oud. Er is niets gestuurd.
