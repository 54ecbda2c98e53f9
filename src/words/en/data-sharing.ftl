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
