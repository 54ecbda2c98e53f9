# A link of one session: what who opens it is told, and what staff see of it.
session-moved = This activity is at another time: { $time }. The questions come then.
session-cancelled = This activity is cancelled. There are no questions about it.
coach-session-link = Link and QR for this session
coach-session-link-how = Who opens this link was there, and is not asked "Were you there?". Show it only to who is there: on a screen, on paper or on your phone.
coach-session-link-back = Back
coach-school = We send nothing during school hours either, except to who is at a session at that moment. The link of the session says who is there.
coach-school-hours = { $days }: from { $from } until { $until }
