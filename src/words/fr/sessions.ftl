# A link of one session: what who opens it is told, and what staff see of it.
session-moved = Cette activité a lieu à un autre moment : { $time }. Les questions arrivent alors.
session-cancelled = Cette activité n'a pas lieu. Il n'y a pas de questions à ce sujet.
coach-session-link = Lien et QR de cette séance
coach-session-link-how = Qui ouvre ce lien était là et ne reçoit pas la question « Tu étais là ? ». Montre-le seulement aux personnes présentes : sur un écran, une feuille ou ton téléphone.
coach-session-link-back = Retour
coach-school = Pendant les heures d'école non plus, nous n'envoyons rien, sauf aux personnes qui participent alors à une séance. Le lien de la séance dit qui est là.
coach-school-hours = { $days } : de { $from } à { $until }
