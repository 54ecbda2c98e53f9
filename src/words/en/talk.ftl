## The talk in which coach and organisation choose together what to measure. For people with a role (B1).

talk-head = Talk about measuring { $organisation } · { $number } of { $count }
talk-foot = Nothing has to be. You may skip every step, and come back to it later.
talk-said = { $name }: { $text }
talk-aspect = What do you want to know?
talk-aspect-how = One thing, in one sentence. Not all of your work.
talk-not = What do we not measure?
talk-not-how = Write down what you leave aside for now. That keeps it small.
talk-series = At which activity?
talk-series-how = The questions belong to one series of sessions.
talk-of = Whom do we ask?
talk-of-how = Whoever answers always chooses to.
talk-method = With which method?
talk-method-how = Choose one from the library, or write down how you do it yourselves.
talk-reason = Why more than three questions?
talk-reason-how = This method has more than three. Whoever has to agree reads why.
talk-moment = When do we ask?
talk-moment-how = At the start, at the end, or a while later.
talk-tasks = Who does what?
talk-tasks-how = You need not do everything yourselves. Tap who does it. Then write what, when and how many hours.
talk-name-aspect = What we want to know
talk-name-not = What we do not measure
talk-name-series = Activity
talk-name-of = For whom
talk-name-method = Method
talk-name-reason = Why more than three questions
talk-name-moment = When
talk-name-tasks = Who does what
talk-party-young = Young people
talk-party-worker = Youth worker
talk-party-coach = Impact coach
talk-party-author = Youth service or market research: questionnaire
talk-party-interviews = Communication team: interviews
talk-party-colleague = Expert or colleague
talk-party-network = Somebody from our own network
talk-task = { $party }: { $text } · { $date } · { $hours }
talk-no-day = no day yet
talk-no-hours = hours still open
talk-task-how = Write it on one line. For example: 12/1 make a questionnaire, 3 hours. You may leave out day and hours.
talk-task-for = Who: { $party }
talk-write-how = Write it here, in at most 200 characters. Everybody in the talk reads it with your name.
talk-write = Write
talk-add = Add something
talk-change = Write it differently
talk-own-method = A way of our own
talk-library = Look at the methods
talk-method-line = { $title } ({ $count } { $count ->
    [one] question
   *[other] questions
}, { $minutes } min of work)
talk-methods-more = More methods
talk-methods-before = Methods before
talk-take-back = Take away: { $text }
talk-next = Next
talk-before = Back
talk-to-overview = To the overview
talk-stop = Stop this talk
talk-noted = Noted. It stands with the talk.
talk-overview = Talk about measuring { $organisation }: this is what there is
talk-nothing = { $what }: nothing yet
talk-can-draft = This is enough for a draft of a survey. Nothing is asked before there is an agreement.
talk-lacking = For a draft of a survey this is still needed: { $what }. It can also be later.
talk-can-plan = { $count ->
    [one] One task with a day goes
   *[other] { $count } tasks with a day go
} on the timeline.
talk-end-who = Whoever makes the draft cannot agree to it later. So let somebody else tap the button.
talk-end-both = Make the draft and the timeline
talk-end-plan = Put the tasks on the timeline
talk-end-keep = Done, make nothing yet
talk-done = Talk about measuring { $organisation }: done
talk-done-next = You find a draft of a survey with the surveys. There you propose it, and there the agreement comes.
talk-see-surveys = To the surveys
talk-see-timeline = To the timeline
talk-new = Begin a new talk
talk-stopped = The talk about measuring { $organisation } was stopped. Nothing was made.
talk-over = This talk is over. With /impacttalk you begin a new one or see what there is.
talk-empty = There was nothing in your message. Write it once more.
talk-long = That is too long. Write it in at most 200 characters.
talk-many = There are twelve things here already. Take one away first.

# On a page, where every step stands at once.
talk-page-begun = The talk has begun.
talk-page-taken = It was taken away.
talk-page-ended = The talk is done. What came of it stands with the surveys and on the timeline.
talk-page-stopped = The talk was stopped. Nothing was made.
talk-page-heading = Choosing together what to measure
talk-page-begin = Begin a talk about measuring
talk-page-name = Your name
talk-page-party = Who does it?
talk-page-keep = Keep
talk-page-take = Take away
talk-page-how = The talk shows who wrote what. Nothing has to be: you may leave every part empty.
