## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = The moment “{ $name }” has no title. Add “title”: what happens then.
check-plan-when = The moment “{ $name }” must have one day: add “on” with a date, or “after” with another moment, not both.
check-plan-unknown = “{ $name }” comes after “{ $moment }”, but I do not know that moment. Choose from: { $known }.
check-plan-loop = These moments wait for each other in a circle: { $way }. Give one of them a date with “on”.
check-plan-outside = The moment “{ $name }” falls on { $date }. That is outside the working year, from { $first } to { $last }. Choose a day in between, or check “year”.
check-plan-twice = The fixed moment { $kind } is here once more, at “{ $name }”. Keep one for each working year.

# Moments by their kind, and what is talked about at the five fixed ones
plan-kind-evaluation-talk = Evaluation and planning talk
plan-kind-impact-talk = Impact talk
plan-kind-timeline = Drawing up the timeline
plan-kind-june = Evaluation in June
plan-kind-year-end = Evaluation at the end of the working year
plan-kind-peiling = Survey
plan-kind-session = Session
plan-kind-feedback = Telling young people what is done
plan-kind-third = Task for somebody from outside
plan-kind-other = Other moment
plan-agenda-evaluation-talk =
    1. How did last year go?
    2. What do we want to know this year? Choose one aspect.
    3. What do we not ask about this year?
    4. With the coach, or without?
plan-agenda-impact-talk =
    1. Which difference do we want to make for young people?
    2. How do young people notice it themselves?
    3. Which method fits? Nothing is compulsory.
plan-agenda-timeline =
    1. Who does what, and when?
    2. How many hours is that?
    3. What can somebody else do?
    4. When do we tell the young people what is done?
plan-agenda-june =
    1. What did the young people who answered say, and what stood out?
    2. What has changed since then?
    3. How many hours were planned, and how many was it really?
    4. What do we keep, what do we change, what do we stop?
plan-agenda-year-end =
    1. What do we tell about this year?
    2. What did we learn about the way of asking?
    3. Do we share our method with others?
    4. Which aspect next year, and with or without the coach?

# The plan in lines
plan-title = Timeline of { $organisation }: { $from } to { $until }
plan-aspect = This year: { $aspect }
plan-empty = Nothing this month.
plan-many = { $count } × { $title } (day { $days })
plan-status-done = done
plan-status-moved = moved
plan-status-dropped = dropped
plan-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
plan-of-young = young person: { $hours }
plan-of-worker = youth worker: { $hours }
plan-of-coach = coach: { $hours }
plan-of-third = somebody from outside: { $hours }
plan-month-hours = Hours · { $hours }
plan-planned = Planned this year · { $hours }
plan-real = Really done · { $hours }
plan-young = For a young person, it is the time of one of them.
plan-effort = { $taps ->
    [one] 1 action
   *[other] { $taps } actions
} by staff after planning, for { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} with a survey. Needed: 0.
plan-agreed = Agreed on { $date } by { $by }: { $survey }
plan-overload = Much work: { $owner } has { $hours } in { $month }. That is more than { $limit }. Can something wait, or can somebody help?
plan-unreachable = { $owner } gets no reminder: that name has no account here, or cannot be reached.

# The reminder, to the owner only
plan-reminder = Soon: { $title }, on { $date }
plan-reminder-only = Only you get this message. It is on the timeline of { $organisation }.

# In private: buttons, questions, and what became of it
plan-button-done = Done
plan-button-move = Move
plan-button-owner = Who does it?
plan-button-hours = Hours
plan-button-person = Whose hours?
plan-button-drop = Drop
plan-button-back = To the timeline
plan-button-not = Never mind
plan-five-done = The five moments are added. The days can be changed.
plan-button-five = Add the five fixed moments
plan-button-add = Add something
plan-button-earlier = Earlier
plan-button-later = Later
plan-button-address = In my calendar
plan-owner = Who: { $owner }
plan-owner-none = Who: nobody yet
plan-whose = Counts for { $person }: { $hours }
plan-person-young = young person
plan-person-worker = youth worker
plan-person-coach = coach
plan-person-third = somebody from outside
plan-own = Your tasks at { $organisation }
plan-own-none = There is nothing for you now.
plan-no-sessions = There are no sessions this working year. Without sessions, Pols asks nothing.
plan-coach-five = This working year is without the coach. Here are the five fixed moments.
plan-ask-real = How many hours was it really? Tap, or write a number. 1.5 is an hour and a half.
plan-ask-planned = How many hours will it take, do you think? Tap, or write a number. 1.5 is an hour and a half.
plan-ask-day = To which day? Tap, or write the day, like 15/12.
plan-ask-reason = Why does this not go on? Tap, or write it in a few words. Do not write names of young people.
plan-ask-owner = Who does this? Tap a name, or write a first name.
plan-ask-person = Whose hours are these?
plan-ask-new = What do you want to add? Write the day and what happens, like: 15/12 Make a poster
plan-hours-unknown = I do not know
plan-reason-time = No time
plan-reason-needless = No longer needed
plan-reason-next-year = Next working year
plan-write = Write here
plan-saved = ✔ Kept
plan-gone = This moment is no longer on the timeline. Type /timeline to see what is there.
plan-over = This moment was done or dropped already. Nothing changed.
plan-bad-date = That day is not possible. Choose a day from { $first } to { $last }.
plan-bad-text = Write 1 to 60 characters.
plan-bad-hours = That is no number of hours. Write a number, like 2 or 1.5.
plan-bad-new = First write the day and then what happens, like: 15/12 Make a poster
plan-address = The timeline in your own calendar
plan-address-how = Copy this address. In your calendar choose “subscribe” or “add by URL” and paste it there. What changes, changes there too.
plan-address-privacy = Whoever has this address sees the timeline. Themes and names of young people are not in it.

# In a calendar of one's own
plan-calendar = Timeline { $organisation }
plan-calendar-asked = Pols asks young people something around this session. Nothing has to be done for it.

# On the page
plan-heading = Timeline
plan-change = Change: { $title }
plan-field-real = How many hours was it really? May stay empty.
plan-field-day = Which day?
plan-field-owner = Who does it? A first name.
plan-field-planned = How many hours will it take, do you think?
plan-field-reason = Why does it not go on? Without names of young people.
plan-field-what = What happens?
plan-field-move = To this day
