# The digest: the short message for the coach after a round. Never a cause, never a ranking, never one person.
digest-heading = 📋 { $parts }
digest-theme = theme: { $theme }
digest-no-theme = the theme
digest-moment-start = at the start
digest-moment-end = at the end
digest-example = example data

digest-answers = Answers: { $count } of { $headcount } people present ({ $without } without an answer)
digest-answers-full = Answers: { $count } of { $headcount } people present
digest-answers-least = Answers: at least { $count } of { $headcount } people present (at most { $without } without an answer)
digest-answers-unknown = Answers: { $count } (number of people present unknown)
digest-answers-check = Answers: { $count } (more answers than people present: could you count again?)
digest-answers-few = Answers: fewer than { $floor }
digest-few = That happens. With so few answers we show nothing, so that nobody can be recognised.

digest-question = { $number }. { $question } — { $result }
digest-question-table = { $number }. { $question } (of { $base })
digest-question-number = Question { $numbers }
digest-exactly = { $label }: { $count } of { $base }
digest-at-least = { $label }: at least { $count } of { $base }
digest-at-most = { $label }: at most { $count } of { $base }
digest-count-exactly = { $count } of { $base }
digest-count-at-least = at least { $count } of { $base }
digest-count-at-most = at most { $count } of { $base }
digest-row-exactly = { $count }
digest-row-at-least = at least { $count }
digest-row-at-most = at most { $count }
digest-no-answer = no answer
digest-other = something else
digest-most = most: { $label }
digest-half = about half: { $label }
digest-minority = a minority: { $label }
digest-share-most = most
digest-share-half = about half
digest-share-minority = a minority
digest-asked = { $result } (of those who got this question)
digest-named = { $labels } (each chosen 3 times or more)
digest-named-one = { $labels } (chosen 3 times or more)
digest-named-cell = chosen 3 times or more
digest-spread = too divided to show each answer
digest-texts = At least { $count } young people wrote something. That is not put in this message.
digest-result = Result
digest-hidden = too few answers to show
digest-hidden-text = open answers are not put in this message
digest-hidden-line = { $questions }: { $reason }
digest-on-page = see the web page

digest-pairs-twice = ↔ Start and end: at least { $count } young people answered twice. Only at the start: { $start }. Only at the end: { $end }.
digest-pairs-most = at most { $count }
digest-pairs-few = none or a few
digest-pairs-hidden = ↔ Start and end: too few young people answered twice to show.
digest-pairs-change = From start to end: { $result }.
digest-pairs-no-change = We do not show the difference between start and end. That way nobody can be recognised.
digest-pairs-because = { $question } Most chosen: { $result }.
digest-pairs-because-named = { $question } Named: { $labels }.
digest-pairs-better = better
digest-pairs-same = the same
digest-pairs-lower = less good, or not two answers

digest-part = { $label } ({ $text })

digest-compare = ↔ Last time ({ $date }): { $result }
digest-compare-few = ↔ Last time ({ $date }): too few answers to compare.
digest-compare-other = ↔ Last time ({ $date }): other questions, so there is nothing to compare.
digest-compare-higher = question { $number }, ‘{ $part }’: looks higher
digest-compare-lower = question { $number }, ‘{ $part }’: looks lower
digest-compare-similar = question { $numbers }: about the same
digest-compare-figures = { $text } ({ $count } of { $base }, then { $countThen } of { $baseThen })

digest-discuss-few = 👉 To talk about: what did you notice yourselves during this activity?
digest-discuss-help = 👉 To talk about, question { $number }: { $part }. What could help next time?
digest-discuss-named = 👉 To talk about, question { $number }: { $part }. What do you recognise in that?
digest-discuss-keep = 👉 To talk about, question { $number }: { $part }. What do you want to keep just as it is?
digest-discuss-lower = 👉 To talk about, question { $number }: ‘{ $part }’ looks lower than last time. What was different then?
digest-discuss-higher = 👉 To talk about, question { $number }: ‘{ $part }’ looks higher than last time. What was different now?
digest-discuss-pairs-lower = 👉 To talk about, from start to end: { $part }. What was going on? A lower feeling can also belong to the theme.
digest-discuss-pairs-better = 👉 To talk about, from start to end: { $part }. What do you want to keep just as it is?
digest-discuss-general = 👉 To talk about: what stands out, and what did you expect to be different?

digest-caution-small = ⚠️ Small group. This is about those who answered, not about all young people.
digest-caution-few = ⚠️ Few answers: one young person more or less already makes a difference. This is about those who answered, not about all young people.
digest-caution-some = ⚠️ This is about those who answered, not about all young people.
digest-caution-silent = { $caution } ‘No answer’ is also: I don't know, I'd rather not say, or skipped.
digest-feedback-open = ⚪ Feedback to the young people: still to do
digest-feedback-done = ✅ Feedback to the young people: done on { $date }
digest-feedback-write = Write something back
