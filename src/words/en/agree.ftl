## Proposals, agreements and pauses of surveys. For who has a role (B1).

# What a survey is.
agree-about = About: { $aspect }
agree-method = Method: { $method } ({ $count } { $count ->
    [one] question
   *[other] questions
})
agree-when = When: { $when } Answers can come until { $window } later.
agree-at-start = at the start of every session of { $series }.
agree-at-end = at the end of every session of { $series }.
agree-after = { $time } after every session of { $series }.
agree-reminder = Reminder: one, after { $time }, for who has not tapped yet.
agree-no-reminder = Reminder: none.
agree-who = Who: { $who }
agree-of-present = who was there.
agree-of-subscribers = everybody who takes part.
agree-presence-ask = Who may not have been there is first asked ‘Were you there?’.
agree-where = Where: { $where }
agree-channels-all = on every channel where young people take part.
agree-channels-only = only through { $channels }.

# What changed.
agree-changes = What changes
agree-changes-more = And { $count } other { $count ->
    [one] change
   *[other] changes
}. ‘Try it’ shows everything.
agree-changes-until = Until somebody agrees, everything runs as agreed now.
agree-diff = { $what }: was ‘{ $before }’, becomes ‘{ $after }’
agree-what-aspect = About
agree-what-method = Method
agree-what-when = When
agree-what-window = Time to answer
agree-what-reminder = Reminder
agree-what-who = Who
agree-what-where = Where
agree-diff-question = Question { $number }: was ‘{ $before }’, becomes ‘{ $after }’
agree-diff-question-new = New question: ‘{ $question }’
agree-diff-question-gone = This question goes: ‘{ $question }’
agree-diff-meaning = Explanation of question { $number }: was ‘{ $before }’, becomes ‘{ $after }’
agree-diff-option = Choice in question { $number }: was ‘{ $before }’, becomes ‘{ $after }’
agree-diff-option-new = New choice in question { $number }: ‘{ $option }’
agree-diff-option-gone = This choice goes from question { $number }: ‘{ $option }’
agree-diff-order = The questions come in another order.
agree-diff-rules = Question { $number } works in another way: ‘{ $question }’. ‘Try it’ shows how.
agree-diff-set = Something changes in how the questions are shown. ‘Try it’ shows how.

# A proposal, and what became of it.
agree-head = { $name } proposes a survey at { $organisation }
agree-head-draft = Draft of a survey at { $organisation }: not proposed yet
agree-head-agreed = ✔ Agreed at { $organisation }, by { $name }, on { $day }
agree-head-declined = Rather not: { $name } said no for { $organisation }, on { $day }
agree-head-withdrawn = Withdrawn by { $name } on { $day }, at { $organisation }
agree-head-overtaken = This proposal at { $organisation } has changed meanwhile. This version no longer holds.
agree-note = { $name }: { $text }
agree-foot = Nothing starts without agreement. Not answering is not agreeing.
agree-foot-draft = A draft asks young people nothing. First somebody has to propose it, and then somebody else has to agree.
agree-try = Try it
agree-yes = Agree
agree-ask = Ask something
agree-say = Reply
agree-no = Rather not
agree-withdraw = Withdraw the proposal
agree-propose = Propose it
agree-look = Have a look
agree-ask-how = Write your question or remark in one message. It goes to whoever is involved.
agree-ask-field = Your question or remark
agree-asked = Your message was sent. Nothing else has changed.
agree-late = Nobody has answered this proposal yet
agree-late-how = It has been waiting for a week. Nothing changes: without agreement nothing starts. You can talk about it, leave it, or withdraw it.
agree-note-new = There is a message about a proposal
agree-note-where = You can read it on your page under ‘What we ask’, or in a private chat with the bot.
agree-proposed = Proposed. { $leads ->
    [0] Nobody can agree yet. Invite somebody as the responsible person.
    [one] One person can agree now.
   *[other] { $leads } people can agree now.
}
agree-told-paused = Paused on { $day }, at { $organisation }. Nothing is asked.
agree-told-resumed = Goes on since { $day }, at { $organisation }.
agree-told-stopped = Stopped on { $day }, at { $organisation }. Nothing is asked any more.

# The list.
agree-list = What { $organisation } asks young people
agree-list-none = Nothing has been agreed yet, and nothing is waiting.
agree-waiting-none = No proposal is waiting for agreement.
agree-waiting = These proposals are waiting for agreement
agree-pause-which = What do you want to pause or stop?
agree-pause-none = Nothing is running now that can be paused.
agree-row = { $mark } { $aspect } – { $state }
agree-state-agreed = agreed
agree-state-changed = runs as agreed, a change is waiting
agree-state-paused = paused
agree-state-proposed = waiting for agreement
agree-state-draft = draft
agree-state-none = not agreed
agree-new = Make a new proposal
agree-log = What was agreed
agree-back = Back to the list
agree-pause = Pause
agree-resume = Let it go on
agree-stop = Stop
agree-done-paused = Paused. Not one more question leaves. Who got a question already can still answer until it closes.
agree-done-resumed = It goes on. The next session gets questions again.
agree-done-stopped = Stopped. Not one more question leaves. Starting again takes a new proposal.

# Trying it out.
agree-trying = This is how a young person sees it. It is a trial: nothing is kept.
agree-try-language = Another language
agree-try-which = In which language do you want to try it?
agree-try-again = Start again
agree-try-all = Show all questions
agree-try-over = This trial is over. Start again from the proposal.
agree-try-back = Back to the proposal
agree-all = All questions
agree-all-question = { $number }. { $question }
agree-all-open = own words
agree-all-scale = { $low } (0) to { $high } (10)
agree-all-information = explanation, not a question

# Making a proposal.
agree-make-method = Which method?
agree-make-series = With which series of sessions?
agree-make-moment = When?
agree-make-start = at the start
agree-make-end = at the end
agree-make-after = { $time } later
agree-make-of = Whom?
agree-make-present = who was there
agree-make-subscribers = everybody who takes part
agree-make-channels = On which channel?
agree-make-all = everywhere
agree-make-only = only { $channel }
agree-make-aspect = What do you want to know? Write it in one sentence, about one thing, of at most 200 characters.
agree-make-aspect-field = What do you want to know?
agree-make-take = Use: { $measures }
agree-make-reason = This method has { $count } questions. That is more than three. Write why that is needed: whoever has to agree will read it.
agree-make-reason-field = Why more than three questions?
agree-make-reason-note = Why more than three questions: { $reason }
agree-make-over = This draft is no longer being made. Start again with a new proposal.
agree-make-none = There is no method or series to begin with yet. Those are in the files of the organisation.

# The log.
agree-log-name = agreements
agree-log-title = What was agreed with { $organisation }
agree-log-nothing = Nothing has been agreed yet.
agree-log-proposals = All proposals
agree-log-proposed = Proposed by { $name }
agree-log-agreed = Agreed by { $name } on { $day }
agree-log-paused = Paused since { $from }
agree-log-paused-until = Paused from { $from } until { $until }
agree-log-ended = Ended by { $name } on { $day }
agree-log-is-proposed = { $aspect }: proposed by { $by } on { $from }, waiting for agreement
agree-log-is-agreed = { $aspect }: proposed by { $by } on { $from }, agreed by { $name } on { $day }
agree-log-is-declined = { $aspect }: proposed by { $by } on { $from }, rather not according to { $name } on { $day }
agree-log-is-withdrawn = { $aspect }: proposed by { $by } on { $from }, withdrawn by { $name } on { $day }
agree-log-is-overtaken = { $aspect }: proposed by { $by } on { $from }, changed on { $day }
agree-on = What held on { $day } at { $organisation }
agree-on-none = No agreement held on that day.
agree-on-runs = { $aspect } – agreed by { $name } on { $day }
agree-on-paused = { $aspect } – agreed by { $name } on { $day }; was paused
agree-on-ended = { $aspect } – agreed by { $name } on { $day }; ended that day
agree-log-day = Another day
agree-log-day-how = Which day? Write it like 2026-12-09.
agree-log-day-field = Day, like 2026-12-09
agree-log-file = Keep as a file
agree-log-here = Here is the whole log, to read and as a table.
agree-nobody = nobody known
agree-door-page = the coach's page
agree-door-line = the command line
agree-column-what = what
agree-column-survey = survey
agree-column-version = version
agree-column-aspect = about
agree-column-words = in plain words
agree-column-proposed-by = proposed by
agree-column-proposed-at = proposed on
agree-column-agreed-by = agreed by
agree-column-agreed-at = agreed on
agree-column-ended-by = ended by
agree-column-ended-at = ended on
agree-column-paused = pauses
agree-row-agreement = agreement
agree-row-proposed = waiting for agreement
agree-row-declined = rather not
agree-row-withdrawn = withdrawn
agree-row-overtaken = changed

# Why nothing changed.
desk-no-name = Write who proposes this: a name of at most 60 characters.
desk-same-person = Who proposes or makes something does not agree to it too. Ask somebody else of the organisation. Nothing has changed.
desk-agreed-already = This version was agreed already. Nothing has changed.
desk-proposed-already = This was proposed already and is waiting for agreement. Nothing has changed.
desk-no-survey-proposal = This proposal is not there (any more). Nothing has changed.
desk-survey-draft = This is still a draft: nobody has proposed it. Nothing has changed.
desk-survey-declined = This proposal was answered with ‘rather not’ already. Nothing has changed.
desk-survey-withdrawn = This proposal was withdrawn. Nothing has changed.
desk-survey-overtaken = This proposal has changed meanwhile, so this version no longer holds. Nothing has changed in what runs.
desk-bad-note = Write 1 to 400 characters. Nothing was sent.
desk-not-agreed = No agreement holds for this now. Nothing has changed.
desk-paused-already = This is paused already. Nothing has changed.
desk-runs-already = This is running already. Nothing has changed.
desk-bad-survey = Something in this draft is not right. Start again with a new proposal.
desk-other-scale = The start and the end of this series need the same scale, or nobody can compare. Choose another method.
desk-bad-day = That is not a day. Write it like 2026-12-09.

# On the coach's page, and on a page of the staff.
coach-survey-paused = paused: nothing is asked now
coach-survey-proposed = proposed by { $name }: waiting for the organisation to agree
coach-survey-draft = a draft is ready: not proposed yet
coach-propose = Propose
coach-propose-note = Nothing is obligatory. A responsible person of the organisation gets the proposal in a private chat, can try it there, and agrees with an account of their own. Nobody can agree on this page.
coach-propose-name = Who proposes it?
coach-note-say = Your reply
coach-note-send = Send
coach-done-propose = It was proposed. The organisation decides.
coach-done-withdraw = The proposal was withdrawn.
coach-done-note = The message was sent.
coach-log-save = Keep what was agreed

# On the command line.
cli-propose = Propose a survey to an organisation. Only somebody there with an account of their own can agree.
cli-proposed = Proposed: { $survey }. { $leads ->
    [0] Nobody can agree yet: invite a responsible person.
    [one] One person can agree.
   *[other] { $leads } people can agree.
}
cli-agreements = Show what was agreed, by whom, on which day.
cli-opt-on = on which day, like 2026-12-09; without a day: today
cli-opt-all = the whole log, as Markdown or CSV
