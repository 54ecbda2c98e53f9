## The menu of people with a role.

staff-menu = { $organisation } · { $name }
staff-menu-session = Séances
staff-menu-surveys = Enquêtes et accords
staff-menu-digest = Aperçus
staff-menu-answers = Réponses ouvertes
staff-menu-feedback = Répondre aux jeunes
staff-menu-report = Pour la discussion
staff-menu-timeline = Ligne du temps
staff-menu-roles = Qui fait quoi
staff-menu-link = Relier un canal
staff-menu-methods = Méthodes
staff-menu-data = Partager des données
staff-menu-talk = Entretien sur la mesure
staff-menu-sheet = Fiches de travail
staff-menu-other = Vers { $organisation }
staff-chosen = Tu es maintenant chez { $organisation }. Tape /menu pour continuer.
# Not allowed with this role; and no role at all.
staff-may-not = Ton rôle chez { $organisation } ne le permet pas.
staff-nobody = C’est pour les personnes qui ont un rôle dans une organisation. Ton compte n’en a pas.
