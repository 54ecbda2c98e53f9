# What a young person arranges for themselves: language, rest, and how a card looks.
settings-language = Dans quelle langue tu veux lire ?
settings-language-done = D'accord. À partir de maintenant, tu lis tout dans cette langue.
settings-title = Qu'est-ce que tu veux changer ?
settings-how = Appuie pour activer ou désactiver. Rien ne change à tes réponses.
settings-other-language = Une autre langue
settings-plain = Néerlandais plus facile
settings-text-only = Sans images ni emojis
settings-weekend = Rien le week-end
settings-early = Rien avant 16 heures
settings-late = Rien après 19 heures
settings-pause = Un mois sans questions
settings-paused = D'accord. Tu ne reçois pas de nouvelles questions jusqu'au { $date }. Ensuite, oui. Tu peux encore répondre à ce qui est déjà là.
settings-resume = Finalement, je veux des questions
settings-resumed = D'accord. Tu peux de nouveau recevoir des questions.
settings-nobody = Je ne te connais pas encore ici. Ouvre d'abord le lien de ton organisation.
