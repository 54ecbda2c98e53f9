## The menu of people with a role.

staff-menu = { $organisation } · { $name }
staff-menu-session = Sessies
staff-menu-surveys = Peilingen en akkoorden
staff-menu-digest = Overzichten
staff-menu-answers = Open antwoorden
staff-menu-feedback = Iets terugzeggen
staff-menu-report = Voor het gesprek
staff-menu-timeline = Tijdlijn
staff-menu-roles = Wie doet wat
staff-menu-link = Een kanaal koppelen
staff-menu-methods = Methodes
staff-menu-data = Gegevens delen
staff-menu-talk = Peilgesprek
staff-menu-sheet = Werkbladen
staff-menu-other = Naar { $organisation }
staff-chosen = Je bent nu bij { $organisation }. Tik /menu om verder te gaan.
# Not allowed with this role; and no role at all.
staff-may-not = Dat kan niet met jouw rol bij { $organisation }.
staff-nobody = Dat is voor wie een rol heeft bij een organisatie. Jouw account heeft er geen.
