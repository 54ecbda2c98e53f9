## La bibliothèque de méthodes : chercher, lire une fiche, et ce qui ne va pas dans le fichier d'une fiche. B1.
method-heading = Des méthodes pour chercher ensemble ce que quelque chose représente
method-free = Regardez. Vous n'êtes pas obligés d'en utiliser une.
method-all = { $count ->
    [one] Il y a { $count } méthode.
   *[other] Il y a { $count } méthodes.
}
method-fit = { $count ->
    [one] { $count } méthode : { $chosen }
   *[other] { $count } méthodes : { $chosen }
}
method-none = Aucune méthode trouvée. Cherchez avec d'autres mots, ou choisissez moins de critères.
method-quoted = « { $words } »
method-too-many = { $count ->
    [one] Il y en a encore { $count }. Cherchez avec un mot de plus.
   *[other] Il y en a encore { $count }. Cherchez avec un mot de plus.
}
method-by-aspect = De quoi il s'agit
method-by-time = Combien de temps il faut
method-by-group = Pour qui
method-by-words = Chercher un mot
method-show-all = Tout montrer
method-show-fit = Montrer ces méthodes
method-anew = Recommencer
method-page = Ouvrir la bibliothèque dans une page
method-ask-aspect = De quoi doit-il s'agir ?
method-ask-time = Combien de temps cela peut-il prendre ?
method-ask-group = Pour qui cherchez-vous ?
method-which-words = Quel mot cherchez-vous ?
method-counted = { $label } ({ $count })
method-line = { $title } : { $measures }
method-own = { $title } (à vous)
method-more = Suite
method-fewer = Retour en arrière
method-search = Chercher autrement
method-back = Retour
method-gone = Cette méthode n'est plus dans la bibliothèque.
method-stays = La licence ne permet pas que cette méthode parte d'ici.
method-file = Recevoir la fiche en fichier
method-file-here = Voici la fiche « { $title } ». Vous pouvez l'imprimer ou l'envoyer.
method-open-elsewhere = La voir là où elle se trouve
method-fact = { $label } : { $text }
method-kind-questions = Questionnaire : Pols peut le poser.
method-kind-activity = Activité : vous la faites vous-mêmes, sans Pols.
method-kind-link = Renvoi : cette méthode n'est pas ici.
method-for = Pour qui
method-about = Sujet
method-groups = Convient à
method-time = Temps
method-time-both = { $young ->
    [one] { $young } minute pour le jeune
   *[other] { $young } minutes pour le jeune
}, { $staff ->
    [one] { $staff } minute pour l'équipe
   *[other] { $staff } minutes pour l'équipe
}
method-time-staff = { $staff ->
    [one] { $staff } minute pour l'équipe
   *[other] { $staff } minutes pour l'équipe
}, aucune pour le jeune
method-items = Questions
method-items-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
method-scale = Réponses
method-languages = Langues
method-languages-unread = { $all }. Pas encore relu par quelqu'un qui a grandi avec la langue : { $unread }.
method-language-nl = néerlandais
method-language-en = anglais
method-language-fr = français
method-language-ar = arabe
method-accessibility = Accessibilité
method-care = À prévoir d'abord
method-where = Elle se trouve ici :
method-questions = Les questions
method-open = avec ses propres mots
method-tally = Feuille de comptage
method-how = Comment faire
method-without-bot = Comment faire sans Pols
method-example = Exemple
method-rights = Source, licence et version
method-source = Source
method-credit = Partagé par
method-licence = Licence
method-licence-none = Pas de licence. Sans licence, cette méthode ne peut pas être partagée.
method-licence-name = { $name }.
method-may-free = Vous pouvez la modifier.
method-may-marked = Vous pouvez la modifier si vous dites ce que vous avez changé.
method-may-none = Vous ne pouvez rien modifier.
method-may-share = Vous pouvez la transmettre.
method-not-share = Vous ne pouvez pas la transmettre.
method-not-share-link = Nous ne pouvons pas la transmettre.
method-not-commercial = Pas pour en tirer un profit.
method-forbids = Attention
method-validated = Échelle étudiée
method-origin = Faite à partir de
method-parent = { $title }, version { $version }, de { $credit }
method-version = Version
method-changes = Ce qui a changé
method-aspect-feeling = ressenti
method-aspect-meaning = sens
method-aspect-belonging = faire partie du groupe
method-aspect-voice = avoir son mot à dire
method-aspect-learning = apprendre
method-aspect-change = changement
method-aspect-wellbeing = bien-être
method-aspect-goals = objectifs personnels
method-aspect-volunteering = bénévolat
method-aspect-asking = être interrogé
method-time-5 = jusqu'à 5 minutes
method-time-15 = jusqu'à 15 minutes
method-time-more = plus de 15 minutes
method-time-light = presque pas de temps pour l'équipe
method-group-everybody = tout le monde
method-group-accessible = qui aime que ce soit court et prévisible
method-group-small-group = petits groupes
method-group-large-group = grands groupes
method-group-under-13 = moins de 13 ans
method-group-sixteen-up = à partir de 16 ans
method-group-staff = équipes
method-library = Méthodes
method-any = Tout
method-do-search = Chercher
method-list = Toutes les méthodes
method-take = À emporter
method-file-md = La fiche à lire ou à imprimer
method-file-yaml = La fiche en YAML, pour votre propre bibliothèque
method-file-json = La fiche en JSON, pour d'autres programmes
method-look = Voir les méthodes
check-card-language = Dans « { $name } », il manque { check-lang-name }. D'autres textes de cette fiche existent dans cette langue : ajoutez « { $language } ».
check-card-no-how = Une activité se fait sans Pols. Dites sous withoutBot comment la faire.
check-card-items = Seule une méthode de la sorte link dit sous items combien de questions elle a. Enlevez items.
check-card-changelog-ahead = Cette version n'existe pas encore : la fiche est à la version { $version }. Augmentez version, ou mettez ici un nombre plus petit.
check-card-changelog-order = Mettez dans changelog la version la plus récente en premier, et chaque version une seule fois.
