## Wie van buiten helpt, en waarom iemand liever niet peilt. Voor wie een rol heeft (B1).

third-outside = Voor wie van buiten komt: helper of vragenmaker
third-author-until = Tot wanneer maakt deze persoon vragen?
third-until = tot en met { $until }
third-hand-in = Samenvatting inleveren
third-hand-in-anew = Samenvatting opnieuw inleveren
third-read = Samenvatting lezen
third-write = Samenvatting
third-how = Schrijf kort wat je hoorde: wat kwam vaak terug, wat was anders, wat bleef open. Hoogstens 3000 tekens.
    Schrijf geen namen, en niet wie wat zei. Vertel er enkel uit waar de jongere ja op zei.
    Wat je inlevert, lezen alleen wie verantwoordelijk is, de jeugdwerkers en de coach.
third-kept = Ingeleverd. Bedankt.
third-kept-names = Ingeleverd. Er stonden misschien namen in: die zijn weggehaald. Lees het na.
third-empty = Er stond niets in je bericht. Schrijf het nog eens.
third-long = Dat is te lang. Hou het op hoogstens 3000 tekens.
third-by = { $name }, { $day }
third-erase = Wis deze samenvatting
third-erased = De samenvatting is gewist.
third-why = Waarom anderen liever niet peilen
third-why-not = Wil je zeggen waarom? Dat mag, het moet niet.
third-why-how = Anderen zien later alleen de reden, nooit van wie. En pas als vijf organisaties ze gaven.
third-why-thanks = Bedankt. Je reden staat er, zonder jullie naam.
third-reasons = Waarom organisaties liever niet peilden
third-reasons-none = Nog geen reden is door vijf organisaties gegeven.
third-reasons-foot = Niet peilen is ook een keuze. Hier staat niet hoe vaak, en niet door wie.
third-reason-time = Geen tijd
third-reason-moment = Niet het goede moment
third-reason-asked = Jongeren worden al veel bevraagd
third-reason-sensitive = Te gevoelig
third-reason-group = De groep is te klein
third-reason-trust = Eerst vertrouwen opbouwen
third-reason-method = De methode past niet
third-reason-other = Iets anders
