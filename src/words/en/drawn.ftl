# Pictures with the digest: bars with the same words and numbers as the table.
drawn-alt = Picture with bars. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label }: { $text }
drawn-change = From start to end
drawn-moment-start = At the start
drawn-moment-end = At the end
drawn-striped = Striped: the exact number can lie anywhere here.
drawn-over-time = Over time

# The timeline as a picture
drawn-plan-alt = Picture of the timeline. { $parts }
drawn-lane-coach = Fixed moments
drawn-lane-surveys = Survey
drawn-lane-sessions = Activities
drawn-lane-feedback = Telling young people what is done
drawn-lane-third = Tasks for others
drawn-others = others
drawn-hours = Planned hours a month
drawn-number = { $number }
drawn-done = Filled: done. Not filled: still to do. Numbers: how many times that month; in a circle: which moment in the list.
