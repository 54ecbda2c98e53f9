## Open answers, and what of them comes into a channel. For the moderator and for who checks along. B1.

answers-title = Open answers at { $organisation }
answers-count = { $count ->
    [0] There is nothing to read.
    [one] One answer has not been read yet.
   *[other] { $count } answers have not been read yet.
}
answers-waiting = { $count ->
    [0] Nothing is waiting for a second pair of eyes.
    [one] One text is waiting for a second pair of eyes.
   *[other] { $count } texts are waiting for a second pair of eyes.
}
answers-how = You read them one by one, in mixed order. Who wrote something, and when, is not shown. Nothing goes to a channel by itself.
answers-private = Open answers can only be read in a private chat or on your own page.
answers-read = Read
answers-approve = Check texts
answers-out = What is or will be in the channel
answers-back = Back
answers-next = Next
answers-none = You have read everything.
answers-not-here = There is more that we do not show in Discord. Open it on your own page or in Telegram.
answers-some-activity = an activity
answers-names = There may be a name in it. It is covered.
answers-show-names = Show what is covered
answers-few = We make no quote of this: the group is too small, or too few people wrote something. That way nobody can be recognised.
answers-sensitive = This question is sensitive. It cannot be quoted literally. Saying it in your own words is possible.
answers-quote = Ask for a quote
answers-paraphrase = Say it in other words
answers-leave = Leave it
answers-erase = Erase
answers-erase-sure = Erase this answer?
answers-erase-what = The words will go. A quote made of them will go too, even when it is in a channel. That something was erased stays in the log, without what or whose.
answers-erase-yes = Yes, erase
answers-erase-no = No, back
answers-erased = Erased.
answers-kept = It stays as it is.
answers-taken = A colleague has already dealt with this. Nothing has changed.
answers-gone = This answer is gone, or you cannot read it here. Nothing has changed.
answers-write = Write
answers-write-field = The text
answers-write-shorter = This is too long for a quote. Write it shorter: at most { $max } characters. Who wrote it will read it before it goes anywhere.
answers-write-anew = Write it as it will be shown: at most { $max } characters. Who wrote it will read it before it goes anywhere.
answers-write-language = Write it in the language of the organisation, at most { $max } characters. That way the language does not give away who it was. Who wrote it will read it before it goes anywhere.
answers-write-own = Say it in your own words, at most { $max } characters. Do not copy sentences: people can be recognised by their style.
answers-write-rules = No names, places, ages or accounts. You have an hour to write.
answers-not-now = Not now
answers-rewrite = Write it differently
answers-text-empty = There is nothing yet.
answers-text-long = That is too long. At most { $max } characters.
answers-text-script = Write it in the language of the organisation, at most { $max } characters. Otherwise the language gives away who it was.
answers-covered = We covered what may be a name, a number, an account or an age.
answers-draft-quote = This is how the quote would be:
answers-draft-paraphrase = This is how it would look, in your words:
answers-then-quote = Who wrote it reads this and chooses yes or no. Then a colleague checks it. It goes to the channel a day later at the earliest.
answers-then-paraphrase = A colleague checks it. It goes to the channel a day later at the earliest.
answers-ask = Ask it like this
answers-hand-on = Pass it on
answers-asked = The question is on its way. If the answer is no, or there is none, nothing will be shown.
answers-handed-on = Passed on. A colleague will check it.

# The second pair of eyes.
answers-look-quote = A young person agrees that this is read:
answers-look-paraphrase = In the words of a colleague:
answers-look-for = Could anybody tell from this who it is? Look for names, places, an event, a way of talking.
answers-yes = Approve
answers-no = Do not post
answers-own = You chose this text. Somebody else has to check it.
answers-own-waiting = { $count ->
    [one] One text of yours is waiting for somebody else.
   *[other] { $count } texts of yours are waiting for somebody else.
}
answers-no-quotes = There is nothing to check now.
answers-approved = Approved. It goes to the channel on { $time }, as a message of its own.
answers-quote-gone = This text is gone. Nothing has changed.
answers-quote-taken = A colleague has already checked this text.
answers-out-title = In the channel, or on its way there:
answers-out-none = Nothing is in the channel, and nothing is on its way.
answers-out-posted = is there
answers-out-soon = still to come
answers-withdraw = Withdraw number { $number }
answers-withdraw-sure = Withdraw this text? The channel will then say that words have been taken back.
answers-withdraw-yes = Yes, withdraw
answers-withdrawn = Withdrawn.
