# A link of one session: what who opens it is told, and what staff see of it.
session-moved = Deze activiteit is op een ander moment: { $time }. De vragen komen dan.
session-cancelled = Deze activiteit gaat niet door. Er zijn geen vragen over.
coach-session-link = Link en QR van deze sessie
coach-session-link-how = Wie deze link opent, was erbij, en krijgt de vraag “Was je erbij?” niet. Toon hem alleen aan wie er is: op een scherm, een blad of je telefoon.
coach-session-link-back = Terug
coach-school = Ook onder de schooluren sturen we niets, behalve aan wie op dat moment bij een sessie is. De link van de sessie zegt wie er is.
coach-school-hours = { $days }: van { $from } tot { $until }
