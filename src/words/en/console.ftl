# The coach's page. B1.
coach-example = example organisation
coach-example-note = This is an example to try Pols with. The answers are not real.
coach-news = There is something new under the open questions or the digests.
coach-adjust = Change

coach-faults = There is a mistake in the settings
coach-faults-note = Pols goes on with the last good version. Show this to whoever looks after the files.

# Open rounds.
coach-open = Open now
coach-open-none = No questions are open now.
coach-open-about = { $series }, { $date }
coach-open-until = open until { $time }
coach-open-no-counts = We do not show how many young people have answered. The digest will tell.
coach-open-nobody = Nobody takes part yet, so nobody got these questions. Share the link to join first.
coach-close = Close now and make the digest
coach-close-note = Whoever is still answering can then no longer do so. The digest does not change afterwards.
coach-examples = Let twelve example young people answer
coach-examples-note = This is example data. The digest says so too.

# Digests.
coach-digests = Digests
coach-digests-none = There is no digest yet. It appears here by itself when the questions close.
coach-digest-answer = Answer
coach-digest-count = How many
coach-digest-older = Older digests

# Sessions.
coach-sessions = Sessions
coach-hold = Hold a session now
coach-hold-note = Pols makes a session that ends now. What is asked afterwards leaves at once.
coach-sessions-soon = Now and next
coach-sessions-soon-none = No session is planned.
coach-sessions-past = Past
coach-sessions-more = { $count } more sessions
coach-session-now = going on now
coach-session-cancelled = cancelled
coach-session-theme = Theme: { $theme }
coach-session-headcount = Present: { $count }
coach-add = Add a session
coach-series = Series
coach-starts = Starts at
coach-theme = Theme
coach-theme-hint = A few words. No names.
coach-optional = may stay empty
coach-headcount = Number of people present
coach-headcount-hint = Count everybody who was there, also those who do not answer the questions.
coach-save-headcount = Save the number
coach-save-theme = Save the theme
coach-move = Move
coach-move-hint = The questions move along.
coach-cancel = Cancel this session
coach-cancel-note = Young people then get no questions about this session.
coach-end = End it now
coach-end-note = The questions for afterwards then leave at once.

# Surveys.
coach-surveys = What we ask
coach-survey-agreed = agreed
coach-survey-changed = changed: runs as agreed, the change waits for an agreement
coach-survey-waiting = waits for an agreement: nothing is asked yet
coach-survey-how = { $series } · method: { $method }

# Joining and channels.
coach-join = Taking part
coach-join-how = Let young people scan this code or share the link. Taking part is free.
coach-join-none = No channel has been set up yet.
coach-channel-web = Web page
coach-channel-telegram = Telegram
coach-channel-discord = Discord
coach-qr = QR code to join on { $channel }
coach-qr-save = Save the QR code
coach-places = Where the digests go
coach-places-here = Always to this page.
coach-place-linked = linked on { $date }
coach-place-gone = no longer reachable: link it again
coach-place-join = for joining
coach-link = Link a coach channel
coach-link-join = Link a channel for joining
coach-link-how = Type this in the group or channel that Pols is a member of:
coach-link-until = The code works once, until { $time } (30 minutes).

coach-quiet = Quiet hours
coach-quiet-how = Between { $from } and { $until } we send young people no messages. What is ready by then leaves afterwards. The web page sends nothing: whoever opens it can always answer.

# What became of a wish.
coach-done-hold = The session was held. The questions have left.
coach-done-add = The session was added.
coach-done-move = The session was moved.
coach-done-cancel = The session was cancelled. Nothing will be asked about it.
coach-done-end = The session was ended.
coach-done-headcount = The number of people present was saved.
coach-done-theme = The theme was saved.
coach-done-close = The questions are closed. The digest is below.
coach-done-examples = Twelve example young people have answered.

# Why a wish cannot be granted, and what to do.
desk-no-organisation = We do not know this organisation. Check the name.
desk-no-series = This series does not exist (any more). Choose one from the list.
desk-no-session = This session does not exist any more. Reload the list and choose again.
desk-no-survey = This survey does not exist (any more). Look in the list of surveys.
desk-no-round = We do not know these questions. Reload the list and choose again.
desk-bad-time = This is not a valid time. Give a day and an hour, such as 2026-12-09T14:00.
desk-bad-headcount = Give a whole number from 1 to 1000.
desk-bad-theme = Give a theme of 1 to 60 characters.
desk-session-over = This session is over. That can no longer change.
desk-session-cancelled = This session was cancelled. Make a new session.
desk-round-over = These questions are closed already. Look under the digests.
desk-not-an-example = This is only possible for an example organisation. Real answers come from young people themselves.
desk-nothing-asked = Nothing was agreed for this moment of this series. Record an agreement first.
desk-no-digest = There is no digest yet. It comes when the questions have closed.

coach-tally = Counted on paper
coach-tally-how = Did somebody have no phone, or was somebody too young? Count the answers on paper and fill them in here, until a week after closing. We keep them apart: they do not come into the digest and never with the answers of young people.
coach-tally-keep = Keep the count
coach-done-tally = The count is kept.
desk-tally-late = These questions closed more than a week ago. The count cannot be added any more.
desk-tally-number = One of the numbers is not right. Give a whole number from 0 to 1000 everywhere, or leave it empty. Nothing was kept.
desk-tally-headcount = You counted { $people } young people, but { $headcount } were there. Check the count, or change the headcount first. Nothing was kept.

coach-feedback = You said, we do
coach-feedback-how = Say what happens with the answers. It goes to everybody who took part, in their own language where you fill it in. It is not required, and the next questions do not wait for it.
coach-feedback-said = You said
coach-feedback-doing = We do
coach-feedback-cannot = This is not possible now, because
coach-feedback-todo = to do
coach-feedback-sent = sent on { $date }
coach-feedback-languages = In other languages too
coach-feedback-send = Send to who took part
coach-feedback-once = This leaves once and cannot be changed any more.
coach-done-feedback = It is on its way to who took part.
desk-feedback-half = Fill in, in Dutch, what they said and what you do, each at most 200 characters. If you begin another language, fill it in completely too. Nothing was sent.
desk-feedback-sent = Somebody wrote about this digest already. Nothing was sent.
desk-feedback-late = This digest is more than 60 days old. Nothing was sent.
