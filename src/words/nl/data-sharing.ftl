## Gegevens voor anderen: akkoorden en wat er vertrekt. Voor wie een rol heeft (B1).

# An agreement, and what became of it.
sharing-head = { $name } stelt voor om gegevens van { $organisation } te delen
sharing-head-agreed = ✔ Akkoord om gegevens van { $organisation } te delen, door { $name }, op { $day }
sharing-head-declined = Liever niet: { $name } zei nee voor { $organisation }, op { $day }
sharing-head-withdrawn = Teruggetrokken door { $name } op { $day }, bij { $organisation }
sharing-head-ended = Gestopt op { $day }, bij { $organisation }
sharing-head-lapsed = Voorbij sinds { $day }, bij { $organisation }
sharing-receiver = Voor wie: { $receiver }
sharing-purpose = Waarvoor: { $purpose }
sharing-all = Wat: alle peilingen van { $organisation } in werkjaar { $year }
sharing-survey = Wat: de peiling ‘{ $aspect }’ in werkjaar { $year }
sharing-level-aggregates = Alleen cijfers die al in de overzichten staan. Wat in een overzicht verborgen is, blijft verborgen.
sharing-level-rows = Ook losse antwoorden, één rij per ingevulde peiling. Zonder naam, zonder open tekst en zonder gevoelige vragen. Uit elke sessie blijven er altijd een paar weg, door het lot. Pas vanaf 20 jongeren.
sharing-until = Tot en met: { $day }
sharing-foot = Niets vertrekt zonder akkoord. Niet antwoorden is geen akkoord.
sharing-foot-over = Er vertrekt niets meer. Wat al gegeven is, heeft de ontvanger nog.

# The list, and what can be done.
sharing-list = Gegevens delen · { $organisation }
sharing-list-how = Wie helpt met onderzoek kan cijfers krijgen, als de organisatie akkoord gaat. Daarin staat voor wie, waarvoor en tot wanneer.
sharing-list-none = Er is nog niets voorgesteld.
sharing-new = Stel voor om te delen
sharing-back = Gegevens delen
sharing-end = Stop hiermee
sharing-end-sure = Stoppen met gegevens voor { $receiver }?
sharing-end-how = Er vertrekt dan niets meer, en alle sleutels werken meteen niet meer. Later opnieuw delen kan met een nieuw akkoord.
sharing-end-yes = Ja, stop
sharing-end-no = Nee, laat lopen

# Putting one together.
sharing-make-receiver = Wie krijgt de gegevens?
sharing-make-receiver-how = Noem de organisatie en de dienst, zoals ‘Stad Antwerpen, dienst marktonderzoek’.
sharing-make-receiver-field = Wie krijgt ze
sharing-make-purpose = Waarvoor mag de ontvanger ze gebruiken?
sharing-make-purpose-how = Eén duidelijke zin. Voor iets anders is een nieuw akkoord nodig.
sharing-make-purpose-field = Waarvoor
sharing-make-year = Over welk werkjaar?
sharing-make-survey = Over welke peiling?
sharing-make-all = Alle peilingen
sharing-make-level = Hoeveel vertrekt er?
sharing-make-aggregates = Alleen cijfers
sharing-make-rows = Ook losse antwoorden
sharing-make-end = Tot wanneer mag er iets vertrekken?
sharing-make-end-field = Of een andere dag, zoals 2027-03-31
sharing-make-month = Nog een maand
sharing-make-year-end = Tot het einde van dit werkjaar
sharing-make-over = Dit voorstel is niet meer bezig. Begin opnieuw bij ‘Gegevens delen’.
sharing-proposed = Voorgesteld. Er vertrekt nog niets. { $leads ->
    [0] Er is nog niemand die akkoord kan geven: nodig een verantwoordelijke uit.
    [one] Eén persoon kan akkoord geven.
   *[other] { $leads } mensen kunnen akkoord geven.
}

# Why nothing changed.
sharing-bad-receiver = Schrijf wie de gegevens krijgt: 2 tot 100 tekens.
sharing-bad-purpose = Schrijf waarvoor: één zin van 10 tot 300 tekens.
sharing-bad-year = Kies dit werkjaar of het vorige.
sharing-bad-end = Dat is geen dag vanaf vandaag, of hij ligt meer dan 2 jaar ver. Schrijf de dag als 2027-03-31.
sharing-none = Dit akkoord over gegevens is er niet (meer).
sharing-decided = Hierover is al beslist. Er is niets veranderd.
sharing-over = De einddag van dit voorstel is voorbij. Stel het opnieuw voor met een latere dag.
