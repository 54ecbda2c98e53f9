# What `pols check` says about the files that an organisation edits: what is wrong, and what to do.

check-lang-name = { $language ->
    [nl] le néerlandais
    [en] l’anglais
    [fr] le français
    [ar] l’arabe
   *[other] { $language }
}

# Files and their layout
check-folder = Le dossier « { $name } » n’existe pas ou ne peut pas être lu. Indique le dossier qui contient « organisations » et « instrumentarium ».
check-file-yml = Le nom finit par .yml. Donne au fichier un nom en .yaml, sinon il n’est pas lu.
check-file-large = Le fichier dépasse { $kilobytes } ko. Partage-le, ou enlève ce qui n’y a pas sa place.
check-file-utf8 = Cette ligne contient des caractères qui ne sont pas de l’UTF-8. Enregistre le fichier de nouveau en UTF-8.
check-file-empty = Le fichier est vide. Remplis-le, ou supprime-le.
check-file-unreadable = Le fichier ne peut pas être lu. Vérifie que c’est un fichier ordinaire et que Pols peut le lire.
check-yaml = La mise en forme n’est pas correcte ici ({ $code }). Vérifie les guillemets, les deux-points et les espaces.
check-yaml-tab = Il y a une tabulation ici. Utilise des espaces pour décaler le texte.
check-yaml-indent = Cette ligne n’est pas bien décalée. Aligne-la sur les lignes qui vont avec elle.
check-yaml-missing = Il manque un caractère ici : deux-points, guillemet ou parenthèse. Regarde aussi la ligne au-dessus.
check-yaml-documents = Il y a plus d’un document dans ce fichier. Enlève la ligne avec ---, ou fais-en deux fichiers.
check-yaml-twice = « { $name } » figure deux fois ici. Gardes-en un.
check-yaml-alias = Un renvoi avec * n’est pas permis ici. Écris le texte en entier.
check-yaml-key = Une clé doit être un mot simple. Mets entre guillemets un texte avec des crochets ou des accolades.
check-yaml-deep = Il y a trop de crochets les uns dans les autres. Simplifie la structure.

# Keys and values
check-unknown-key = Je ne connais pas « { $name } » à cet endroit. Vérifie l’orthographe et le décalage, ou enlève-le.
check-missing-key = Il manque « { $name } » ici. Ajoute-le.
check-not-a-map = Le fichier doit être fait de lignes comme « id: nom ». Regarde un exemple dans le même dossier.
check-wrong-type = « { $name } » doit être { $expected ->
    [number] un nombre
    [boolean] true ou false
    [list] une liste : entre [ ], ou avec un tiret par ligne
    [map] un groupe de lignes, avec des noms et des valeurs
   *[text] un texte : mets-le entre guillemets
}.
check-not-one-of = « { $name } » doit être l’un de ceux-ci : { $allowed }.
check-empty = « { $name } » est vide. Écris un texte, ou enlève la ligne.
check-too-short = « { $name } » est trop court. Écris au moins { $min } caractères.
check-too-few = « { $name } » a trop peu d’éléments. Donnes-en au moins { $min }.
check-too-many = « { $name } » a trop d’éléments. Donnes-en au plus { $max }.
check-too-small = « { $name } » est trop bas. Le minimum est { $min }.
check-too-big = « { $name } » est trop haut. Le maximum est { $max }.
check-invalid = « { $name } » n’est pas correct. Regarde un exemple dans un autre fichier.
check-slug = « { $name } » ne peut avoir que des minuscules, des chiffres et _, commence par une lettre et compte au plus 20 caractères.
check-name = « { $name } » ne peut avoir que des minuscules, des chiffres et -, commence par une lettre et compte au plus 40 caractères.
check-id = L’id est « { $id } », mais le fichier s’appelle « { $stem } ». Donne-leur le même nom.
check-time = « { $name } » doit être une heure comme '21:00', entre guillemets.
check-date = « { $name } » doit être une date qui existe, comme '2026-12-09'.
check-date-time = « { $name } » doit être une date et une heure qui existent, comme '2026-12-09T14:00'.
check-timezone = Je ne connais pas ce fuseau horaire. Écris un nom comme Europe/Brussels, pas +01:00.
check-duration = « { $name } » n’est pas une durée. Écris PT45M pour 45 minutes, PT2H pour 2 heures ou P3D pour 3 jours.
check-duration-range = « { $name } » doit se situer entre { $least } et { $most }.
check-cron-fields = Le rythme a { $count } parties. Il en faut 5 : minute, heure, jour, mois, jour de la semaine.
check-cron-field = Dans le rythme, ceci n’est pas correct ({ $field ->
    [minute] la minute
    [hour] l’heure
    [dayOfMonth] le jour
    [month] le mois
    [dayOfWeek] le jour de la semaine
   *[other] le tout
}) : « { $value } ». Un exemple : '0 18 * * 3#1' est chaque premier mercredi à 18 h.
check-cron-too-often = Ce rythme donne { $count } séances en un jour. Plus de 4 est presque toujours une erreur. Vérifie les deux premières parties : minute et heure.
check-cron-never = Ce rythme n’arrive jamais : le jour du mois et le jour de la semaine doivent tous deux correspondre. Mets * pour l’un des deux.
check-moment = Le moment doit être start, end ou {"{"} after: PT45M {"}"}.
check-reminder-late = Le rappel arrive quand les questions sont déjà fermées (après { $window }). Avance-le, ou écris none.

# Languages
check-missing-translation = Dans « { $name } », il manque { check-lang-name }. { $language ->
    [nl] Ajoute « nl » : cette langue est toujours nécessaire.
   *[other] Ajoute « { $language } », ou enlève la langue de « languages ».
}
check-own-language = La langue de l’organisation, « { $language } », n’est pas dans « languages ». Ajoute-la.
check-set-language = Pour la méthode « { $name } », il manque { check-lang-name }. Traduis-la, ou enlève la langue de « languages ».

# Surveys
check-two-aspects = Il y en a deux : « { $text } ». Sonde un seul aspect, en une phrase. Fais un autre sondage pour le second.
check-aspect-list = Il y a plus d’un aspect ici. Sonde un seul aspect, en une phrase. Fais un autre sondage pour le second.
check-unknown-series = La série « { $name } » n’existe pas. Voici les séries : { $known }.
check-unknown-set = La méthode « { $name } » n’existe pas. Voici les méthodes : { $known }.
check-set-faulty = La méthode « { $name } » contient elle-même des fautes. Ce sondage commence quand elles sont corrigées.
check-over-limit = Ce questionnaire a { $count } questions et ne peut en avoir que { $limit }. Enlèves-en, ou ajoute au sondage « limit » avec « questions: { $count } » et une raison.
check-too-many-questions = Ce questionnaire a { $count } questions. Plus de 5, ce n’est jamais permis. Enlèves-en.
check-other-scale = « { $start } » (début) et « { $end } » (fin) sondent le ressenti sur des échelles différentes : regarde « { $code } ». Utilise les mêmes codes, emojis et mots dans les deux questionnaires.

# Questions
check-duplicate-key = Une question plus haut a déjà la clé « { $name } ». Donne à chaque question sa propre clé.
check-duplicate-code = Cette question a déjà le code « { $name } ». Donne à chaque choix son propre code.
check-duplicate-words = Le choix « { $name } » figure deux fois. Donne à chaque choix ses propres mots.
check-text-too-long = Ce texte compte { $length } caractères et peut en avoir au plus { $max }. Sinon, il ne tient pas sur tous les canaux. Raccourcis-le.
check-unknown-placeholder = Je ne connais pas { $placeholder }. Utilise {"{"}activity{"}"}, {"{"}theme{"}"} ou {"{"}organisation{"}"}, ou enlève les accolades.
check-placeholder-missing = { $placeholder } se trouve dans le texte néerlandais, mais pas ici. Ajoutez-le.
check-placeholder-extra = { $placeholder } se trouve ici, mais pas dans le texte néerlandais. Retirez-le, ou ajoutez-le là aussi.
check-min-max = « min » ({ $min }) est plus grand que « max » ({ $max }). Inverse-les.
check-more-than-options = Il est écrit { $count } ici, mais il n’y a que { $options } choix. Baisse le nombre.
check-second-open = C’est une deuxième question ouverte. Une seule suffit : fais-en une question à choix.
check-open-not-last = La question ouverte n’est pas à la fin. Mets-la en dernier.
check-feeling-order = Dans une question sur le ressenti, chaque choix a un sens, du bon au mauvais. Mets pour « side », de haut en bas : { $order }.
check-feeling-emoji = Le choix « { $code } » n’a pas d’emoji. Dans une question sur le ressenti, chaque choix a un emoji et des mots.
check-accessible-scale = Un questionnaire accessible n’a que des questions de ressenti à 3 choix, ni 4 ni 5, et pas de chiffres de 0 à 10. Change la question.
check-accessible-emoji = { $emoji } est une image et ne convient pas à un questionnaire accessible. Choisis un visage, ou enlève l’emoji.

# How questions are asked
check-channel-twice = « { $name } » est ici deux fois. Gardes-en un.
check-not-on-any = Ainsi, cette question n’est posée sur aucun canal. Enlève un canal de « notOn », ou enlève la question.
check-open-not-on-web = Une question ouverte interdite dans le chat se répond toujours sur la page web. Enlève « web » de « notOn ».
check-picture-lacking = Le choix « { $code } » n’a pas de pictogramme et d’autres en ont. Donne une « picture » à chaque choix, ou à aucun.
check-alone = « alone » ne va qu’avec une question à plusieurs réponses (type: multi). Enlève-le de « { $code } ».
check-all-alone = Chaque choix a « alone ». Mets-le seulement à un choix comme « rien de tout ça ».
check-erases = « { $name } » n’est pas une question ouverte plus haut. Dans « erases », mets seulement des clés de questions ouvertes qui viennent avant.
check-retrospective-feeling = « retrospective » ne va qu’avec une question sur le ressenti (type: feeling). Enlève-le, ou change le type.
check-retrospective-now = Cette question regarde en arrière, mais il n’y a pas de question sur le ressenti de maintenant. Ajoutes-en une avec les mêmes choix.
check-retrospective-scale = Cette question regarde en arrière, mais avec une autre échelle que « { $name } ». Utilise les mêmes codes, emojis et mots.

# Words and emoji
check-bare-emoji = Ici, { $emoji } est sans mots. Tout le monde ne lit pas un emoji de la même façon : ajoute un ou deux mots.
check-emoji-in-words = Il y a { $emoji } dans les mots. Mets l’emoji à part, sous « emoji ».
check-one-emoji = « { $emoji } » n’est pas un seul emoji. Mets-en exactement un.
check-banned-emoji = { $emoji } est trop souvent mal compris et n’est pas permis. Choisis par exemple 😃 🙂 😐 🙁 ou 😢.
check-identity = Ceci demande qui est la personne (« { $phrase } »). Nous ne gardons jamais de telles données avec les réponses. Demande autre chose.
check-opinion = Ceci demande une opinion (« { $phrase } »). Demande ce que la chose a représenté ou comment c’était, pas ce qu’on en pense.

# Conditions
check-show-self = La question « { $name } » attend sa propre réponse : personne ne la verra. Renvoie à une question plus haut.
check-show-later = La question « { $name } » attend « { $wanted } », qui vient plus tard. Place-la après.
check-show-loop = Les questions « { $name } » et « { $wanted } » s’attendent l’une l’autre : personne ne les verra. Enlève une des deux conditions.
check-show-unknown = La question « { $name } » attend « { $wanted } », mais cette question n’existe pas. Vérifie la clé.
check-show-code = La question « { $name } » attend « { $code } » à « { $wanted } », mais cette réponse n’existe pas. Voici les réponses : { $known }.

# Tips about the words of a question: nothing is refused for these
check-tip-long = Conseil : cette phrase a { $count } mots. Avec { $max } au maximum, elle se lit mieux. Fais-en deux phrases, ou enlève des mots.
check-tip-hard = Conseil : « { $word } » est difficile pour beaucoup de jeunes. Écris-le comme ils le diraient.
check-tip-double = Conseil : il y a deux questions en une (« { $text } »). Une réponse ne peut pas aller avec les deux. Choisis-en une.
check-tip-not = Conseil : « { $word } » rend cette question difficile. Pose-la sans négation.
check-tips = { $tips ->
    [one] Et { $tips } conseil. Un conseil ne bloque rien.
   *[other] Et { $tips } conseils. Un conseil ne bloque rien.
}

# The command
check-more = Et il y a encore { $count } fautes dans ce fichier. Corrige d’abord les autres.
check-good = Tout est en ordre : { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
}, { $methods ->
    [one] { $methods } méthode
   *[other] { $methods } méthodes
}.
check-count = { $faults ->
    [one] { $faults } faute
   *[other] { $faults } fautes
} dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}.

# Help lines, and who reads open answers
check-no-moderator = La méthode « { $name } » a une question ouverte (« { $question } »), mais personne ne lit les réponses. Indique sous « moderator » qui les lit. D'ici là, Pols pose les autres questions, sans la question ouverte.
check-lines-missing = Le fichier helplines.yaml manque. Remets-le. D'ici là, Pols ne pose pas de question ouverte et la carte d'aide est courte.
check-line-old = « { $name } » a été vérifié pour la dernière fois le { $date } : il y a plus de six mois. Vérifie le nom, le numéro, les heures et l'adresse, et mets la date du jour. D'ici là, Pols ne pose pas de question ouverte.
check-line-ahead = Pour « { $name } », la date { $date } est encore à venir. Mets le jour où quelqu'un a vraiment vérifié la ligne. D'ici là, Pols ne pose pas de question ouverte.
check-line-language = Il manque ici { check-lang-name }. Les jeunes lisent alors le néerlandais. Ajoute « { $language } ».
check-lines-emergency = Pour { $country }, il n'y a pas de numéro en cas de danger. Mets « emergency: true » à une ligne, par exemple au 112.
check-lines-country = helplines.yaml n'a aucune ligne pour { $country }. Ajoutes-en une. D'ici là, Pols ne pose pas de question ouverte ici.
check-phone = « { $name } » ne peut contenir que des chiffres et des espaces, 16 caractères au plus.
check-month-day = « { $name } » doit être un mois et un jour, comme '09-01', entre guillemets.

# Pictograms
check-picture-alt = Le pictogramme « { $name } » n'a pas { check-lang-name } dans « alt ». Dites dans cette langue ce qu'on voit.
check-picture-file = Le pictogramme « { $name } » ne peut pas être montré. Mettez un PNG de ce nom dans le dossier « pictograms » : 8 bits par canal, non entrelacé, au plus 1024 pixels de large et de haut et 200 ko.
check-no-picture = Le pictogramme « { $name } » n'est pas dans pictograms/pictograms.yaml. Ajoutez-le avec alt, licence et credit, ou enlevez « picture » ici. D'ici là, cette question n'a pas d'image.
check-card-no-set = Une méthode du genre questions a besoin de questions. Mettez-les sous set.
check-card-set = Seule une méthode du genre questions a un set. Enlevez set, ou mettez kind: questions.
check-card-tally = Seule une méthode du genre activity a une feuille de comptage. Enlevez tally, ou mettez kind: activity.
check-card-no-url = Une méthode du genre link a besoin d’une adresse. Mettez-la à url.
check-card-no-reason = Dites à reason pourquoi cette méthode n’est pas ici.
