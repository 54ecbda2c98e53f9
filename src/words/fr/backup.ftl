# Copies de sauvegarde : pols backup et pols restore. Pour qui fait tourner Pols (B1).
cli-backup = Faire une copie de sauvegarde chiffrée, même pendant que Pols tourne.
cli-restore = Remettre une copie de sauvegarde. Ce qui a été effacé ou arrêté depuis reste effacé ou arrêté.
cli-arg-backup = le fichier à écrire ; sans fichier : un nom propre dans BACKUP_DIR
cli-arg-restore = la copie de sauvegarde
cli-opt-replace = remplacer ce qui est maintenant dans la base de données

backup-made = Copie faite et relue : { $file } ({ $rows } lignes, { $size } ko). Gardez POLS_BACKUP_KEY à un autre endroit.
backup-restored = Remis : l'état du { $moment }, { $rows } lignes. Ce qui s'est passé après n'y est pas.
backup-erased = { $count ->
    [0] Depuis, rien n'a été effacé ou arrêté à notre connaissance.
    [one] Depuis, quelque chose a été effacé, arrêté ou repris une fois : c'est refait.
   *[other] Depuis, quelque chose a été effacé, arrêté ou repris { $count } fois : c'est refait.
  }
backup-no-journal = Attention : aucun journal de ce qui a été effacé ne remonte jusqu'à cette copie. Tout ce qui a été effacé ou arrêté depuis n'est pas connu. Renseignez-vous avant de démarrer.
backup-left-out = Jusqu'à { $until }, des choses ont pu être envoyées que la copie ne connaît pas. Elles ne sont pas refaites : { $asks } messages, { $reminders } rappels, { $rounds } tours sans aperçu, { $quotes } citations.
backup-start-now = Démarrez Pols maintenant, et seulement ici.
