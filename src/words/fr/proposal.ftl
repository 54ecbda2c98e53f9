# Young people propose a theme or a question.
proposal-which = Pour quelle organisation est ta proposition ?
proposal-write-again = Ce que tu as écrit n'est pas encore gardé. Écris-le à nouveau dans un instant.
proposal-ask = Écris ton thème ou ta question en un seul message.
proposal-who = L'équipe de { $organisation } la lit. Elle ne voit pas de qui elle vient.
proposal-field = Ton thème ou ta question
proposal-write = Écris ta proposition
proposal-kept = Merci. Ta proposition est sur la liste de { $organisation }. L'équipe la lit et ne voit pas de qui elle vient.
proposal-enough = Tu as déjà fait { $most } propositions aujourd'hui. Celle-ci n'est pas gardée. Tu pourras en faire une demain.
proposal-empty = Il n'y a encore rien. Écris ton thème ou ta question en un seul message.
proposal-long = C'est trop long. { $max } caractères au plus. Rien n'est gardé. Essaie plus court.
proposal-not-yet = Tu peux proposer quelque chose quand tu participes avec une organisation. Tu ne participes nulle part maintenant. Rien n'est gardé.

# On the coach's page.
coach-proposals = Propositions des jeunes
coach-proposals-none = Il n'y a pas de nouvelle proposition. Les jeunes peuvent en faire avec /proposer.
coach-proposals-note = Nous ne savons pas de qui vient une proposition. Ce qui ressemble à un nom est caché. Quelque chose désigne quand même quelqu'un ? Appuie sur « { coach-proposal-done } » : c'est effacé.
coach-proposal-on = { $date }
coach-proposal-done = Traité
coach-done-proposal = La proposition n'est plus sur la liste.
desk-no-proposal = Cette proposition n'est plus sur la liste.

# Who young people can ask for contact.
coach-staff = Quand un·e jeune demande un contact
coach-staff-how = Les jeunes peuvent demander que quelqu'un les contacte. Cette personne reçoit alors un message privé : comment joindre le ou la jeune, et rien d'autre. Choisis qui le fait dans le fichier de l'organisation, sous « safeguarding » et « fallback ». La personne responsable envoie ensuite l’invitation.
coach-staff-safeguarding = Personne de confiance
coach-staff-fallback = Remplaçant·e
coach-staff-linked = { $role } : { $name }, relié·e le { $date }
coach-staff-waiting = { $role } : { $name }, pas encore relié·e
coach-staff-unnamed = { $role } : personne n'est encore choisi
