## Own methods in the library: copying, changing, sharing, looking over, packs. B1.

library-own = Our own methods
library-own-title = Own methods of { $organisation }
library-own-none = There are none yet. Copy a method from the library, read in a file, or make a new one.
library-own-row = { $title } ({ $state })
library-state-draft = draft, only you see it
library-state-submitted = waits for a curator
library-state-returned = given back by a curator
library-state-shared = is in the library
library-state-dropped = put away
library-back = To the methods
library-to-own = To your own version
library-ours = { $title } (yours)
library-more = Show more
library-copy = Copy and change
library-copied = This is now your own version. Change what you like. Nobody else sees it.
library-gone = That method, question or text is no longer there. Open the list again.
library-link = This method is not here, there is only a reference. It cannot be copied or shared.
library-licence-none = The licence of this method forbids changes. Use it as it is.
library-no-licence = This method has no licence. So it cannot be shared.
library-not-shared = The licence of this method forbids that others get it from you.
library-unchanged = This is the same method as the one it was copied from. There is nothing new to share.
library-too-big = This method is too big: at most { $max } characters in all.
library-empty = There is no text yet. Nothing was changed.
library-last-question = A method has at least one question. This question stays.
library-last-option = This question cannot have fewer answers. This answer stays.
library-waited-for = Another question depends on this one. Take that one out first.

# Changing.
library-edit = Change
library-edit-title = Title
library-edit-measures = What it measures
library-edit-for = For whom
library-edit-question = Question { $number }
library-edit-language = Without { $language }
library-edit-done = Done
library-edit-back = Back
library-edit-text = Change the question
library-edit-meaning = Change the explanation
library-edit-option = Change: { $option }
library-option-out = Take out: { $option }
library-question-up = One place up
library-question-out = Take this question out
library-write = Write the new text in this language: { $language }. It now says:
library-write-none = (nothing yet)
library-write-label = New text: { $language }
library-write-keep = Leave this as it is
library-write-save = Save, the other languages stay as they are
library-saved = Saved.
library-stays = These languages still have the earlier text: { $languages }. Check whether it is still right.
library-name-lost = The questions differ from those of { $name }. So that name no longer stands with it.
library-validated = This is { $name }, word for word. If you change a word, an answer or the order, it no longer is, and the name goes away.
library-from = Copied from: { $title }, version { $version }, by { $credit }
library-marked = Changed. The licence asks us to say so.
library-licence = Licence: { $licence }
library-licence-missing = No licence. Like this, the method cannot be shared.

# What differs.
library-changes = What is different?
library-changes-title = What is different: { $title }
library-changes-none = Nothing is different.
library-changes-unknown = What this was copied from is no longer there. We cannot say any more what is different.
library-changes-more = And { $count } more.
library-about-title = Title
library-about-measures = What it measures
library-about-for = For whom
library-about-scale = Scale
library-about-accessibility = Accessibility
library-about-example = Example
library-about-withoutBot = Without a bot
library-about-care = What has to be in place
library-about-question = Question { $number }
library-about-meaning = Explanation of question { $number }
library-about-option = { $where }, answer “{ $option }”
library-diff-in = { $where } ({ $language })
library-diff-word = { $where }: “{ $was }” became “{ $becomes }”
library-diff-added = { $where }: “{ $becomes }” was added
library-diff-gone = { $where }: “{ $was }” is gone
library-diff-question-new = New question: “{ $question }”
library-diff-question-gone = Question gone: “{ $question }”
library-diff-order = The questions are in another order.
library-diff-option-new = { $where }: new answer “{ $option }”
library-diff-option-gone = { $where }: answer gone “{ $option }”
library-diff-rules = Question { $number } (“{ $question }”) works differently: its kind, when it comes, or the order of its answers.
library-diff-language-new = New language: { $language }
library-diff-language-gone = Language gone: { $language }
library-diff-tally = The form for counting is different.
library-diff-rest = Something else about the card is different too.
library-change-first = First version in the library.
library-change-none = In the library again, with the same text.

# Sharing.
library-share = Share with others
library-which-licence = What may others do with your method?
library-licence-cc0 = CC0 1.0: everything, also without your name.
library-licence-by = CC BY 4.0: use and change it, with your name.
library-licence-by-sa = CC BY-SA 4.0: the same, and they share what they make under the same licence.
library-licence-by-nc = CC BY-NC 4.0: use and change it with your name, not to make a profit.
library-licence-by-nd = CC BY-ND 4.0: use it with your name, without changes.
library-licence-theirs = A copy keeps the licence of where it comes from.
library-share-sure = Share “{ $title }” with others?
library-share-what = A curator looks it over. Then everybody can find and use it under { $licence }. You can always take it out of the library again. Who has a copy keeps it.
library-share-name = Under which name?
library-share-as = Share as { $name }
library-handed-in = Handed in. A curator looks it over.
library-shared-already = This version is in the library already, or waits for a curator. There is nothing new to share.
library-as-before = Nothing changed since the curator looked it over. Change it first.
library-take-back = Do not share after all
library-taken-back = Taken back. Only you see it again.
library-withdraw = Take out of the library
library-withdraw-sure = Take “{ $title }” out of the library? Nobody finds it then. Copies of others stay theirs.
library-withdrawn = It is no longer in the library.
library-drop = Put away
library-drop-sure = Put “{ $title }” away? It is no longer in your list then. What was shared, and surveys that use it, stay.
library-dropped = Put away.

# Looking over.
library-review = Look over ({ $count })
library-review-title = { $count ->
    [0] There is nothing to look over.
    [one] One method to look over.
   *[other] { $count } methods to look over.
 }
library-review-how = Look at the questions, the licence and whose it is. About what you made or handed in yourself, another curator decides.
library-review-by = Handed in under the name { $credit }
library-review-changed = What differs from the original?
library-review-since = What differs from the version in the library?
library-review-returned = The curator asks for a change: { $text }
library-review-declined = The curator does not take it up: { $text }
library-accept = Take up
library-return = Give back with a note
library-decline = Do not take up
library-return-why = What should be different? Write it in one message. The organisation reads it.
library-decline-why = Why not? Write it in one message. The organisation reads it.
library-note-label = Your note
library-bad-note = Write a note of at most 400 characters.
library-judged-accept = It is in the library now.
library-judged-return = Given back with your note.
library-judged-decline = Not taken up. The organisation reads why.
library-reviewed-already = This method was looked over already, or taken back.
library-changed-since = This method has changed since. Open it again.
library-your-own = This is your own. Another curator decides.

# A method without a bot: describing, planning, counting.
library-new = New method without a bot
library-new-title = What is it called?
library-new-how-it-goes = Cards, a line on the floor, a drawing: it can be anything. You get a few short questions.
library-new-measures = What do you learn from it? One sentence.
library-new-for = For whom, or when?
library-new-how = How do you do it? Explain it to somebody who never did it.
library-new-minutes = How many minutes does it take: for a young person, and for who guides? Like: 10 20
library-new-question = Is something counted afterwards? Write the question that young people choose an answer to.
library-new-no-count = No, nothing is counted
library-new-options = What do they choose from? Write the answers with a comma between them. Two to ten.
library-new-source = Own method of { $organisation }.
library-answer-label = Your answer
library-empty-answer = There is no text yet. Write it again.
library-too-long = That is too long: at most { $max } characters. Write it shorter.
library-bad-minutes = Write two numbers, like: 10 20
library-bad-options = Write two to ten answers, with a comma between them.
library-plan = Put on the timeline
library-plan-when = On which day do you do “{ $title }”? Write day and month, like 15/12.
library-day-label = Day
library-planned = It is on the timeline: { $day }.
library-count = Count
library-counts = Counts
library-counts-none = No day is on the timeline yet.
library-count-label = The numbers
library-count-how = Write { $count } numbers, in this order, with a space between them. Chosen by nobody is 0.
library-bad-count = Write { $count } numbers from 0 to { $max }, with a space between them.
library-not-counted = not counted yet
library-count-line = { $question } { $text }
library-count-part = { $option }: { $count }
library-count-named = three people or more chose: { $options }
library-count-few = too few people to show

# Packs.
library-pack = Pack to hand on
library-pack-bring = Take up a pack
library-pack-how = A pack is a file with methods, like methods.pols.json. First you see what it holds and whose it is. Only then you say yes.
library-pack-open = Open the page
library-pack-file = The pack
library-pack-look = See what it holds
library-pack-take = Take up in the library
library-pack-other = Another pack
library-pack-say = Ask who made it for the fingerprint, and write what they say
library-pack-here = Here is the pack, with { $count ->
    [one] one method
   *[other] { $count } methods
 }. Who gets it can take it up in a Pols of their own. Who changes anything in it makes it useless.
library-pack-stays = Stays here: { $title }. { $why }
library-pack-own = Only who may share can put own methods in a pack.
library-pack-none = There is nothing that may go in a pack.
library-pack-big = This file is too big for a pack: at most { $max } MB.
library-pack-unreadable = This is no pack of Pols, or it was changed on its way. Nothing was taken up.
library-pack-broken = The signature is not right: something in this pack was changed. Nothing was taken up.
library-pack-card = Card { $count } in this pack cannot be kept here. Nothing was taken up.
library-pack-forbidden = The licence of “{ $title }” forbids this. Nothing was taken up.
library-pack-unknown = The key of { $by } is not known here yet. Compare the fingerprint and then say yes.
library-pack-whose = Pack of { $by }, made on { $made }.
library-pack-key-own = Signed by this Pols itself ({ $fingerprint }).
library-pack-key-known = Signed with a key that is known here ({ $fingerprint }).
library-pack-key-unknown = Signed with a key that is not known here yet. Fingerprint: { $fingerprint }
library-pack-card-line = { $title } ({ $credit }, { $licence }): { $how }
library-pack-same = is here already
library-pack-again = newer version
library-pack-new = new
library-pack-taken = Taken up: { $taken }. Here already: { $same }.
cli-pack = Methods in a signed file, from one Pols to another.
cli-pack-make = Makes a pack of methods from the library.
cli-pack-take = Shows what a pack holds, and takes it up when its key is known or given.
cli-arg-pack = The file, like methods.pols.json.
cli-arg-methods = Names of methods; without: all that may go.
cli-opt-key = The fingerprint of the key, when you checked it with who made the pack.
cli-pack-out = { $file }: { $count } methods.
cli-pack-unwritten = { $file } cannot be written. Choose a folder where you may write.
cli-pack-say = Nothing was taken up. Ask who made it for the fingerprint. Is it right? Then add: --key { $fingerprint }

# Use of methods, across organisations.
library-usage = May our use count?
library-usage-yes = Your use of methods counts.
library-usage-no = Your use of methods does not count.
library-usage-what = Who looks for a method then sees about how often it is used, how many young people answer and how many skip a question. Only when at least { $organisations } organisations and { $people } young people count, in round numbers, per half year, and never with a name. Answers do not count. You can always stop: then your use no longer counts from the next half year.
library-usage-agree = Yes, count our use
library-usage-stop = Stop counting
library-usage-fewer = fewer than 1 in 10
library-usage-share = about { $count } in 10
library-usage-times = Used at least { $count } times in half a year, by several organisations.
library-usage-response = Of those who got the questions, { $share } answered.
library-usage-skips = The question that is skipped most is skipped by { $share }.
