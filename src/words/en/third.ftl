## Who helps from outside, and why somebody would rather not measure. For people with a role (B1).

third-outside = For who comes from outside: helper or question maker
third-author-until = Until when does this person make questions?
third-until = until and with { $until }
third-hand-in = Hand in a summary
third-hand-in-anew = Hand in the summary again
third-read = Read the summary
third-write = Summary
third-how = Write briefly what you heard: what came back often, what was different, what stayed open. At most 3000 characters.
    Write no names, and not who said what. Tell only what the young person said yes to.
    What you hand in is read only by who is responsible, the youth workers and the coach.
third-kept = Handed in. Thank you.
third-kept-names = Handed in. There may have been names in it: they were taken out. Please read it through.
third-empty = There was nothing in your message. Write it once more.
third-long = That is too long. Keep it to at most 3000 characters.
third-by = { $name }, { $day }
third-erase = Erase this summary
third-erased = The summary was erased.
third-why = Why others would rather not measure
third-why-not = Do you want to say why? You may, you need not.
third-why-how = Others later see only the reason, never whose. And only once five organisations gave it.
third-why-thanks = Thank you. Your reason is kept, without your name.
third-reasons = Why organisations would rather not measure
third-reasons-none = No reason was given by five organisations yet.
third-reasons-foot = Not measuring is a choice too. This does not say how often, nor by whom.
third-reason-time = No time
third-reason-moment = Not the right moment
third-reason-asked = Young people are asked a lot already
third-reason-sensitive = Too sensitive
third-reason-group = The group is too small
third-reason-trust = Building trust first
third-reason-method = The method does not fit
third-reason-other = Something else
