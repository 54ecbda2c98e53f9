# A new key, and who knocks too often. For who runs Pols, and for who opens a page (B1, A2).
cli-rotate-key = Write everything anew under a new key. Stop Pols first.
cli-rotate-running = Pols is still running, or stopped less than ten seconds ago. Stop every Pols on this database and try again. Nothing was changed.
cli-rotate-same = The new key is the same as the present one. Nothing was changed.
cli-rotate-done =
    { $count ->
        [one] The key was changed: { $count } value was written anew.
       *[other] The key was changed: { $count } values were written anew.
    }
cli-rotate-already = The data was under the new key already: an earlier time came that far.
cli-rotate-next-kept = The new key is in secret.key. Start Pols again, and make a new backup.
cli-rotate-next-setting = Now put the new key in POLS_SECRET_KEY, take POLS_NEW_SECRET_KEY away and start Pols again. Make a new backup; keep the old key with the old backups.
cli-rotate-links =
    { $count ->
        [0] No codes or personal links were out.
        [one] { $count } code or personal link no longer works: make a new one.
       *[other] { $count } codes and personal links no longer work: make new ones.
    }
cli-rotate-changes = Links and QR codes to take part keep working. New are the addresses of coaches' pages, the addresses of calendars, and the signature under packs of methods.
cli-rotate-receivers =
    { $count ->
        [one] { $count } key of a receiver of data no longer works: make a new one.
       *[other] { $count } keys of receivers of data no longer work: make new ones.
    }
cli-rotate-relink =
    { $count ->
        [one] Of { $count } group or channel the server is no longer known: link it again.
       *[other] Of { $count } groups or channels the server is no longer known: link them again.
    }
cli-rotate-unreadable =
    { $count ->
        [one] { $count } value could not be opened with the old key either. It stays as it is.
       *[other] { $count } values could not be opened with the old key either. They stay as they are.
    }

web-too-often = Please wait a moment
web-too-often-do =
    { $minutes ->
        [one] Many requests are coming from here right now. Wait one minute and try again. Nothing of yours is lost.
       *[other] Many requests are coming from here right now. Wait { $minutes } minutes and try again. Nothing of yours is lost.
    }
join-too-many = Very many people want to join at the same time. Tap again in ten minutes.
link-too-many = Those were many codes in a row. Wait ten minutes and try again.
