## The menu of people with a role.

staff-menu = { $organisation } · { $name }
staff-menu-session = Sessions
staff-menu-surveys = Surveys and agreements
staff-menu-digest = Digests
staff-menu-answers = Open answers
staff-menu-feedback = Write back
staff-menu-report = For the talk
staff-menu-timeline = Timeline
staff-menu-roles = Who does what
staff-menu-link = Link a channel
staff-menu-methods = Methods
staff-menu-data = Sharing data
staff-menu-talk = Talk about measuring
staff-menu-sheet = Worksheets
staff-menu-other = To { $organisation }
staff-chosen = You are now at { $organisation }. Type /menu to go on.
# Not allowed with this role; and no role at all.
staff-may-not = Your role at { $organisation } does not allow that.
staff-nobody = That is for people with a role in an organisation. Your account has none.
