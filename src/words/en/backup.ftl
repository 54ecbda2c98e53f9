# Backups: pols backup and pols restore. For whoever runs Pols (B1).
cli-backup = Make an encrypted backup, also while Pols runs.
cli-restore = Put a backup back. What was erased or stopped since stays away.
cli-arg-backup = the file to write; without it: a name of its own in BACKUP_DIR
cli-arg-restore = the backup
cli-opt-replace = replace what is in the database now

backup-made = Backup made and read again: { $file } ({ $rows } rows, { $size } kB). Keep POLS_BACKUP_KEY in another place.
backup-restored = Put back: how things were at { $moment }, { $rows } rows. What happened later is not in it.
backup-erased = { $count ->
    [0] Nothing that we know of was erased or stopped since.
    [one] Once since then something was erased, stopped or taken back: that was done again.
   *[other] { $count } times since then something was erased, stopped or taken back: that was done again.
  }
backup-no-journal = Careful: there is no journal of what was erased that goes back to this backup. Not all that was erased or stopped since is known. Ask around before you start.
backup-left-out = Up to { $until } things may have been sent that the backup does not know. They are not done twice: { $asks } messages, { $reminders } reminders, { $rounds } rounds without a digest, { $quotes } quotes.
backup-start-now = Start Pols now, and only here.
