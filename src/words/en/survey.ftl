# The card of a question. The first line is what a phone shows in its notification: no theme, no name.
card-hello = { $count ->
    [one] You have 1 short question.
   *[other] You have { $count } short questions.
}
card-hello-at-most = { $count ->
    [one] You have at most 1 short question.
   *[other] You have at most { $count } short questions.
}
card-minutes = { $minutes ->
    [one] About 1 minute. There are no wrong answers.
   *[other] About { $minutes } minutes. There are no wrong answers.
}
card-position = Question { $number } of { $total }
card-position-at-most = Question { $number } of at most { $total }
card-information = Just to read
card-ahead = { $count ->
    [one] After this there is 1 more question.
   *[other] After this there are { $count } more questions.
}
card-ahead-at-most = { $count ->
    [one] After this there may be 1 more question.
   *[other] After this there are at most { $count } more questions.
}
card-last = This is the last question.

# Before the questions, for who may not have been there.
check-in-first = First this
check-in = Were you there?
check-in-about = This is about { $activity }.

# How to answer.
hint-any = Tap all that fit. Then tap “{ button-done }”.
hint-at-most = Pick at most { $max }. Then tap “{ button-done }”.
hint-at-least = Pick at least { $min }. Then tap “{ button-done }”.
hint-exactly = Pick { $count }. Then tap “{ button-done }”.
hint-between = Pick { $min } to { $max }. Then tap “{ button-done }”.
hint-scale = 0 = { $low } · 10 = { $high }
kept = Your answer from before is still there. Still right? Tap “{ button-next }”.
kept-ticked = Your answer from before is still there. Still right? Tap “{ button-done }”.
kept-text = Your answer from before is still there. Still right? Tap “{ button-next }”. Or write a new answer.
text-no-names = Write no names or numbers, not your own either.
text-no-helpline = This is not a helpline. Nobody is reading along live.
text-write-there = You write on our own page, not in this chat. Tap “{ button-write-there }”.
picture-alt = Pictograms, in this order: { $options }.
text-field = Your answer

# Buttons.
button-dont-know = I don't know
button-decline = I'd rather not say
button-skip = Skip
button-erase = Remove my answer
button-back = Back
button-later = Not now
button-stop = Stop asking me
button-done = Done
button-next = Next
button-change = Change my answers
button-write = Write your answer
button-write-there = Write on our page
button-clip = Watch in sign language
button-absent = I am not there
button-help = Where can I find help?
button-change-absent = Change my answer

# Behind an option that is chosen, for who wants no signs.
chosen = { $option } (chosen)

# The card at the end.
end-thanks = Done. Thank you. We will let you know what we do with it.
end-change = You can still change your answers until the questions close.
end-closed-completed = Done. Thank you. The questions are closed now.
end-closed-partial = The questions are closed now. Thank you for what you told us.
end-closed-expired = The questions are closed now. There is nothing left to do.
end-declined = OK, not now. You don't have to do anything.
end-stopped = OK, you will get no more questions. Want questions again later? Send /start or open your link again.
end-unreachable = We could not send you these questions. Want questions again? Send /start or open your link again.
end-absent = Okay. Thank you for telling us. You do not have to do anything else.
end-absent-change = A mistake? You can still change this until the questions close.

# Short remarks next to the card.
notice-stale = That belongs to a question that is over. Nothing has changed.
notice-closed = These questions are closed already. Nothing has changed.
notice-tap-please = Tap one of the buttons of the question. Nothing is saved yet.
notice-too-long = That is too long. At most { $count } characters. Nothing is saved yet.
notice-empty = There is nothing in your answer. Write something, or tap “{ button-skip }”.
notice-pick-at-least = { $count ->
    [one] Pick at least 1. Or tap “{ button-skip }”.
   *[other] Pick at least { $count }. Or tap “{ button-skip }”.
}
notice-pick-at-most = { $count ->
    [one] You can pick only 1. Tap your other choice away first.
   *[other] You can pick at most { $count }. Tap another choice away first.
}
notice-not-this-one = That button does not belong to this question. Nothing has changed.
notice-finished = You have finished already. Want to change something? Tap “{ button-change }”.
notice-stopped = OK, you will get no more questions.
notice-write-there = Write this answer on our page. Tap “{ button-write-there }”. Nothing is saved yet.

# In a question, when nobody gave the theme of the session.
theme-unknown = this meeting's theme

# In the terminal, where a question set is tried out.
play-how = Type the number or the words of a button, or your own answer. This is a trial: nothing is saved.
play-end = Press Enter to end.
play-help = Here comes the card that says who can help.
play-activity = the activity
play-organisation = the organisation
