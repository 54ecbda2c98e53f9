# Young people propose a theme or a question.
proposal-which = For which organisation is your proposal?
proposal-write-again = What you wrote is not kept yet. Write it again in a moment.
proposal-ask = Write your theme or question in one message.
proposal-who = The youth workers of { $organisation } read it. They do not see who it comes from.
proposal-field = Your theme or question
proposal-write = Write your proposal
proposal-kept = Thank you. Your proposal is on the list of { $organisation }. The youth workers read it and do not see who it comes from.
proposal-enough = You made { $most } proposals today. This one is not kept. Tomorrow you can make one again.
proposal-empty = There is nothing yet. Write your theme or question in one message.
proposal-long = That is too long. At most { $max } characters. Nothing is kept. Try it shorter.
proposal-not-yet = You can propose something when you take part with an organisation. You take part nowhere now. Nothing is kept.

# On the coach's page.
coach-proposals = Proposals of young people
coach-proposals-none = There are no new proposals. Young people can make one with /voorstel.
coach-proposals-note = We do not know who a proposal comes from. What looks like a name is covered. Does something in it point to somebody after all? Then tap “{ coach-proposal-done }”: it is gone.
coach-proposal-on = { $date }
coach-proposal-done = Done
coach-done-proposal = The proposal is off the list.
desk-no-proposal = This proposal is not on the list any more.

# Who young people can ask for contact.
coach-staff = When a young person asks for contact
coach-staff-how = Young people can ask that somebody contacts them. That person then gets a private message: how to reach the young person, and nothing else. Choose who does this in the file of the organisation, at “safeguarding” and “fallback”. The lead then invites that person.
coach-staff-safeguarding = Contact person
coach-staff-fallback = Substitute
coach-staff-linked = { $role }: { $name }, linked on { $date }
coach-staff-waiting = { $role }: { $name }, not linked yet
coach-staff-unnamed = { $role }: nobody chosen yet
