## Data for others: agreements and what leaves. For people with a role (B1).

# An agreement, and what became of it.
sharing-head = { $name } proposes to share data of { $organisation }
sharing-head-agreed = ✔ Agreed to share data of { $organisation }, by { $name }, on { $day }
sharing-head-declined = Rather not: { $name } said no for { $organisation }, on { $day }
sharing-head-withdrawn = Withdrawn by { $name } on { $day }, at { $organisation }
sharing-head-ended = Stopped on { $day }, at { $organisation }
sharing-head-lapsed = Over since { $day }, at { $organisation }
sharing-receiver = For whom: { $receiver }
sharing-purpose = What for: { $purpose }
sharing-all = What: all surveys of { $organisation } in working year { $year }
sharing-survey = What: the survey ‘{ $aspect }’ in working year { $year }
sharing-level-aggregates = Only figures that stand in the overviews already. What is hidden in an overview stays hidden.
sharing-level-rows = Single answers too, one row for each survey filled in. No names, no open text and no sensitive questions. From every session a few always stay out, drawn at random. Only from 20 young people on.
sharing-until = Up to and including: { $day }
sharing-foot = Nothing leaves without a yes. Not answering is not a yes.
sharing-foot-over = Nothing leaves any more. The receiver still has what was given.

# The list, and what can be done.
sharing-list = Sharing data · { $organisation }
sharing-list-how = Whoever helps with research can get figures, if the organisation agrees. The agreement says for whom, what for and until when.
sharing-list-none = Nothing has been proposed yet.
sharing-new = Propose to share
sharing-back = Sharing data
sharing-end = Stop this
sharing-end-sure = Stop the data for { $receiver }?
sharing-end-how = Nothing will leave any more, and all keys stop working at once. Sharing again later needs a new agreement.
sharing-end-yes = Yes, stop
sharing-end-no = No, let it run

# Putting one together.
sharing-make-receiver = Who gets the data?
sharing-make-receiver-how = Name the organisation and the department, such as ‘City of Antwerp, market research’.
sharing-make-receiver-field = Who gets it
sharing-make-purpose = What may the receiver use it for?
sharing-make-purpose-how = One clear sentence. Anything else needs a new agreement.
sharing-make-purpose-field = What for
sharing-make-year = About which working year?
sharing-make-survey = About which survey?
sharing-make-all = All surveys
sharing-make-level = How much leaves?
sharing-make-aggregates = Only figures
sharing-make-rows = Single answers too
sharing-make-end = Until when may something leave?
sharing-make-end-field = Or another day, such as 2027-03-31
sharing-make-month = One more month
sharing-make-year-end = Until the end of this working year
sharing-make-over = This proposal is no longer being made. Start again at ‘Sharing data’.
sharing-proposed = Proposed. Nothing leaves yet. { $leads ->
    [0] Nobody can agree yet: invite a lead.
    [one] One person can agree.
   *[other] { $leads } people can agree.
}

# Why nothing changed.
sharing-bad-receiver = Write who gets the data: 2 to 100 characters.
sharing-bad-purpose = Write what for: one sentence of 10 to 300 characters.
sharing-bad-year = Choose this working year or the one before.
sharing-bad-end = That is not a day from today on, or it is more than 2 years away. Write the day as 2027-03-31.
sharing-none = This agreement on data is not there (any more).
sharing-decided = This was decided already. Nothing changed.
sharing-over = The last day of this proposal is over. Propose it again with a later day.

# What leaves.
sharing-get = Keep as a file
sharing-zip = Download the files (zip)
sharing-here = Here are the files. Give them only to the receiver in the agreement.
sharing-back-one = Back to the agreement
sharing-keys = Keys for a program
sharing-keys-are = Keys for { $receiver }: { $count ->
    [0] there is none
    [one] one works
   *[other] { $count } work
}
sharing-keys-how = With a key, a program of the receiver fetches the figures by itself, as long as the agreement holds. Never single answers. For who writes programs: { $url }
sharing-key-make = Make a key
sharing-key-stop = Stop all keys
sharing-key-once = This is the key. It is shown only once. Give it only to the receiver.
sharing-key-where = The address is { $url }
sharing-key-stopped = The keys no longer work.
sharing-item = { $receiver }: { $state } (up to and including { $day })
sharing-state-proposed = waits for a yes
sharing-state-agreed = agreed
sharing-state-declined = rather not
sharing-state-withdrawn = withdrawn
sharing-state-ended = stopped
sharing-state-lapsed = over
sharing-done-proposed = It was proposed. A lead decides, in a private chat or on their own page.
sharing-done-withdrawn = The proposal was withdrawn.
sharing-done-ended = It was stopped. Nothing leaves any more.
sharing-not-agreed = There is no agreement on this. Nothing leaves.
sharing-no-longer = This agreement is over. Nothing leaves any more. To go on sharing, propose it again.
sharing-nothing-closed = There is nothing to share yet: no survey of this working year is closed.
sharing-few = There are too few answers yet to share single answers. That takes at least 20 young people who took part. Sharing figures is possible, with another agreement.

# Columns and notes of the files.
sharing-column-row = Number of the row, random and in this file only
sharing-column-period = Month
sharing-column-survey = Survey
sharing-column-moment = When it was asked
sharing-column-example = Real or example
sharing-column-overview = Number of the overview, in this file only
sharing-column-sessions = How many sessions together
sharing-column-question = Question
sharing-column-about = What the figure is about
sharing-column-answers = Answer, or answers together
sharing-column-form = How it is shown
sharing-column-bound = Exactly, at least or at most
sharing-column-low = At least so many people
sharing-column-high = At most so many people
sharing-column-base = Of so many people
sharing-column-share = In words
sharing-moment-start = at the start
sharing-moment-end = at the end
sharing-moment-after = after the session
sharing-about-answers = answers
sharing-about-participation = how many took part
sharing-about-change = second answer beside the first
sharing-form-count = a number
sharing-form-words = in words
sharing-form-named = named, without a number
sharing-form-spread = answers that differ
sharing-form-texts = open answers, without the text
sharing-form-hidden = hidden: too few people
sharing-bound-exactly = exactly
sharing-bound-at-least = at least
sharing-bound-at-most = at most
sharing-share-most = most
sharing-share-half = about half
sharing-share-minority = a minority
sharing-change-better = better than at the start
sharing-change-same = the same
sharing-change-lower = less good than at the start
sharing-change-twice = answered twice
sharing-answer-other = something else
sharing-answer-silent = no clear answer
sharing-question-participation = How many people took part
sharing-language-nl = Dutch
sharing-language-en = English
sharing-language-fr = French
sharing-language-ar = Arabic
sharing-value-real = real
sharing-value-example = example, made up
sharing-value-chosen = chosen
sharing-value-not-chosen = not chosen
sharing-note-frozen = All figures come from overviews that are frozen. No answer was looked at again.
sharing-note-bounds = ‘At least’ and ‘at most’ are bounds, not estimates. Do not add them up as if they were numbers.
sharing-note-hidden = Hidden means: too few people to show it. It does not mean zero.
sharing-note-cause = These data say what young people answered. They do not prove what it comes from.
sharing-note-rows = From every session at least { $left } people stay out, drawn at random and always the same ones. So the rows are a sample of who answered.
sharing-note-unlinked = Rows of the same person are not seen to belong together. Numbers and order differ in every file.
sharing-note-languages = Languages used, by at least 10 young people: { $languages }. Of a row no language is told: everybody knows who speaks what.
sharing-note-questions = Open questions, sensitive questions and questions that only some got are not in it.
sharing-note-left-out = Not every session is in it. A session with few answers, or of which somebody took something back, stays out altogether.

# The read-only interface, for programs.
sharing-api-no-key = This request has no key, or one that does not work (any more). Ask the organisation for a new one.
sharing-api-too-often = This is too often. Wait a minute and ask again.
sharing-api-bad-page = Choose a page from 1, and 1 to 100 overviews a page.
sharing-api-not-there = There is nothing at this address. See /api/openapi.json for what there is.
sharing-api-read-only = Here you can only read.

# On the command line.
cli-export = Show agreements on data, or write the files of one that holds. Nobody can agree here.
cli-arg-agreement = number of the agreement; without it: show them all
cli-opt-export-out = the file to write; without it: its own name, in this folder
cli-exported = Written: { $file }
cli-export-there = { $file } exists already. Choose another name with --out. Nothing was written.
cli-export-cannot-write = { $file } cannot be written. Choose another place with --out.
