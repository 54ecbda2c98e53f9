# What comes back: the result, "you said, we do", and once a word to the coach.
# The first line is neutral: it may show on a locked phone. A2.
back-result = There is an answer for you.
back-result-about = { $activity }, { $date }
back-result-own-both = You, at the start: { $start }. You, at the end: { $end }.
back-result-own-start = You, at the start: { $answer }.
back-result-own-end = You, at the end: { $answer }.
back-result-own = { $question } You said: { $answer }.
back-result-thanks = Thank you for taking part.
back-result-group = And together:
back-result-figure = – { $label }: { $count }
back-result-few = There were too few of you to show figures. That way nobody can be recognised.
back-result-end = This is about those who answered. You don't have to do anything.
back-feedback = There is a message back.
back-feedback-said = You said: { $text }
back-feedback-doing = We do: { $text }
back-feedback-cannot = This is not possible now, because: { $text }

# To the coach, without figures.
back-nudge = Still to do: a word back to the young people ({ $activity }, { $date })
back-nudge-how = With the button you write what you heard and what you do with it. It goes once to those who took part.
back-nudge-free = You may, you don't have to. The next questions simply go on.
