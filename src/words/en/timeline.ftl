## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = The moment “{ $name }” has no title. Add “title”: what happens then.
check-plan-when = The moment “{ $name }” must have one day: add “on” with a date, or “after” with another moment, not both.
check-plan-unknown = “{ $name }” comes after “{ $moment }”, but I do not know that moment. Choose from: { $known }.
check-plan-loop = These moments wait for each other in a circle: { $way }. Give one of them a date with “on”.
check-plan-outside = The moment “{ $name }” falls on { $date }. That is outside the working year, from { $first } to { $last }. Choose a day in between, or check “year”.
check-plan-twice = The fixed moment { $kind } is here once more, at “{ $name }”. Keep one for each working year.
