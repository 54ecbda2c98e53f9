# Something a young person wrote, in a channel: first a question to who wrote it. A2.
quote-may-we = May we ask you something?
quote-who = You wrote something in our questions. { $organisation } would like to show a small part of it in the channel of the youth workers. Without your name.
quote-who-coach = You wrote something in our questions. { $organisation } would like to show a small part of it in the channel of the youth workers and the coach. Without your name.
quote-how = This is how it would look:
quote-free = No is just as good. Nothing changes for you then.
quote-later = If you say yes and change your mind later, you can take it back, on this card or on your own page.
quote-elsewhere = We do not show in Discord what you wrote. You can read it and choose on your own page.
quote-yes = Yes, without my name
quote-no = No
quote-show = Show it on my page
quote-undo = No, not any more
quote-agreed = You said yes. It only goes to the channel after somebody else has checked it, and not before a day has passed.
quote-posted = You said yes. It is in the channel. If you tap “{ quote-undo }”, we take the words out of it.
quote-refused = Fine. We will not use it.
quote-taken-back = Fine. The words are gone. People who have read them may still remember them.
quote-over = This question is not open any more. Nothing has changed.
quote-not-taking-part = You are not taking part now. So we will not use these words.

# On their own page.
data-quote-asked = May { $organisation } show this, without your name?
data-quote-agreed = You said yes: people may read this, without your name.
data-quote-posted = This is in the channel, without your name.
data-quote-paraphrase = A youth worker said in their own words what you wrote, without your name.
data-quote-done = Done. This is how it is now.

# In the channel: one voice, never beside a figure.
quote-channel-own = A young person about { $activity }
quote-channel-paraphrase = About { $activity }, in the words of a youth worker
quote-channel-yes = Shared with a yes from who wrote it. This is one voice.
quote-channel-words = This is one voice, not that of the group.
quote-channel-gone = Words of a young person were here. They have been taken back.
quote-covered-age = age
