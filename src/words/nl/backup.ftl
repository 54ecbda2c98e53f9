# Reservekopieën: pols backup en pols restore. Voor wie Pols draait (B1).
cli-backup = Maak een versleutelde reservekopie, ook terwijl Pols draait.
cli-restore = Zet een reservekopie terug. Wat sindsdien gewist of gestopt is, blijft weg.
cli-arg-backup = het bestand om te schrijven; zonder bestand: een eigen naam in BACKUP_DIR
cli-arg-restore = de reservekopie
cli-opt-replace = vervang wat er nu in de databank staat

backup-made = Reservekopie gemaakt en nagelezen: { $file } ({ $rows } rijen, { $size } kB). Bewaar POLS_BACKUP_KEY op een andere plaats.
backup-restored = Teruggezet: de toestand van { $moment }, { $rows } rijen. Wat daarna gebeurde, staat er niet in.
backup-erased = { $count ->
    [0] Sindsdien werd niets gewist of gestopt dat we kennen.
    [one] Eén keer werd sindsdien iets gewist, gestopt of teruggenomen: dat is opnieuw gedaan.
   *[other] { $count } keer werd sindsdien iets gewist, gestopt of teruggenomen: dat is opnieuw gedaan.
  }
backup-no-journal = Let op: er is geen logboek van wat gewist is dat tot deze kopie teruggaat. Wat sindsdien gewist of gestopt is, weten we niet allemaal. Vraag het na voor je start.
backup-left-out = Tot { $until } kan er iets verstuurd zijn dat de kopie niet kent. Dat doen we geen tweede keer: { $asks } berichten, { $reminders } herinneringen, { $rounds } rondes zonder overzicht, { $quotes } citaten.
backup-start-now = Start Pols nu, en alleen hier.
