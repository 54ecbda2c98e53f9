# Une nouvelle clé, et qui frappe trop souvent. Pour qui fait tourner Pols, et pour qui ouvre une page (B1, A2).
cli-rotate-key = Réécrit tout avec une nouvelle clé. Arrête d'abord Pols.
cli-rotate-running = Pols tourne encore, ou s'est arrêté il y a moins de dix secondes. Arrête chaque Pols sur cette base de données, puis réessaie. Rien n'a changé.
cli-rotate-same = La nouvelle clé est la même que l'actuelle. Rien n'a changé.
cli-rotate-done =
    { $count ->
        [one] La clé est remplacée : { $count } valeur a été réécrite.
       *[other] La clé est remplacée : { $count } valeurs ont été réécrites.
    }
cli-rotate-already = Les données étaient déjà sous la nouvelle clé : un essai précédent est allé jusque-là.
cli-rotate-next-kept = La nouvelle clé est dans secret.key. Redémarre Pols, et fais une nouvelle copie de secours.
cli-rotate-next-setting = Mets maintenant la nouvelle clé dans POLS_SECRET_KEY, enlève POLS_NEW_SECRET_KEY et redémarre Pols. Fais une nouvelle copie de secours ; garde l'ancienne clé avec les anciennes copies.
cli-rotate-links =
    { $count ->
        [0] Aucun code ni lien personnel n'était en circulation.
        [one] { $count } code ou lien personnel ne marche plus : fais-en un nouveau.
       *[other] { $count } codes et liens personnels ne marchent plus : fais-en de nouveaux.
    }
cli-rotate-changes = Les liens et les codes QR pour participer marchent toujours. Sont nouveaux : les adresses des pages des coachs, les adresses des agendas, et la signature sous les paquets de méthodes.
cli-rotate-receivers =
    { $count ->
        [one] { $count } clé d'un destinataire de données ne marche plus : fais-en une nouvelle.
       *[other] { $count } clés de destinataires de données ne marchent plus : fais-en de nouvelles.
    }
cli-rotate-relink =
    { $count ->
        [one] Pour { $count } groupe ou canal, le serveur n'est plus connu : relie-le à nouveau.
       *[other] Pour { $count } groupes ou canaux, le serveur n'est plus connu : relie-les à nouveau.
    }
cli-rotate-unreadable =
    { $count ->
        [one] { $count } valeur ne s'ouvrait pas non plus avec l'ancienne clé. Elle reste comme elle est.
       *[other] { $count } valeurs ne s'ouvraient pas non plus avec l'ancienne clé. Elles restent comme elles sont.
    }

web-too-often = Attends un peu
web-too-often-do =
    { $minutes ->
        [one] Beaucoup de demandes arrivent d'ici en même temps. Attends une minute et réessaie. Tu n'as rien perdu.
       *[other] Beaucoup de demandes arrivent d'ici en même temps. Attends { $minutes } minutes et réessaie. Tu n'as rien perdu.
    }
join-too-many = Beaucoup de personnes veulent participer en même temps. Touche à nouveau dans dix minutes.
link-too-many = Cela faisait beaucoup de codes à la suite. Attends dix minutes et réessaie.
