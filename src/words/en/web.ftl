# The web pages for young people. A2.
web-here = Your questions
web-waiting = There is no question now.
web-waiting-stay = You can leave this page open. A new question shows up here by itself.
web-look = See if there is a new question
web-nobody = You are not taking part on this device yet.
web-nobody-do = Did you get a link or a QR code from your organisation? Open it again.
web-news = There is something new on this page.
web-offline = That did not work. Nothing was saved. Please try again.
web-no-line = No connection. Your answer leaves as soon as the connection is back. Keep this page open.
web-limit = At most { $max } characters.
web-empty = There is nothing in this field yet. Write something, or skip it.
web-too-long = That is too long: { $length } characters. You can use at most { $max }. Your text is still here. Make it shorter.
web-too-much = That is too much text.
web-too-much-do = Nothing was saved. Go back and make your text shorter.
web-keep = Save my answer
web-help = Help
web-privacy = Who sees what?
web-stop = Stop all questions
web-more = More
web-language = Other language
web-pause = A month of rest
web-settings = Settings
web-my-data = What is kept about me?
web-erase = Erase everything about me
web-propose = Propose something yourself

# Joining.
web-language-name = English
web-languages = Choose your language
web-joining = Taking part
web-join-title = Take part with { $organisation }?
web-join-unknown = We do not know this link.
web-join-unknown-do = Maybe it was not copied completely. Ask your organisation for a new link.
web-join-expired = This link no longer works.
web-join-expired-do = Ask your organisation for a new link.

# One open question, for who answers the rest in a chat.
web-write = Your answer
web-write-kept = Saved.
web-write-kept-do = You can go back to the chat.
web-write-helped = Look in the chat.
web-write-helped-do = It now says who can help you.
web-write-unknown = We do not know this link.
web-write-unknown-do = Go back to the chat and tap the button there again.
web-write-expired = This question is already closed.
web-write-expired-do = Nothing was saved. There is nothing more you need to do.

# A device that goes from hand to hand.
tablet-title = Questions on this device
tablet-hello = Would you like to answer a few short questions?
tablet-hello-how = The questions are about { $organisation }. You don't have to. Whoever comes after you does not see what you chose.
tablet-begin = Begin
tablet-nothing = There is no question on this device now.
tablet-nothing-do = Ask your youth worker when the questions begin.
tablet-alias = Choose a word that you will still know later. Or go on without one.
tablet-alias-why = Use the same word at the start and at the end. That way we see if something changed. Do not use your name.
tablet-alias-field = Your word
tablet-alias-go = Go on with this word
tablet-alias-without = Go on without a word
tablet-alias-taken = Choose another word. This word is in use.
tablet-alias-short = Use a word of at least 2 letters.
tablet-what = I will now ask a few short questions about what you do and experience here.
tablet-stop-how = Want to stop? Tap “{ tablet-wipe }” at the bottom. Then everything is gone at once.
tablet-shared = Everybody uses this device. Whoever comes after you does not see what you chose. You don't need an account.
tablet-rights = After the last question we can no longer find out what is yours. Want everything gone? Tap “{ tablet-wipe }” before the last question.
tablet-once = We will not send you anything later: we don't know how to reach you.
tablet-wipe = Stop and erase what I filled in
tablet-next = Next person
tablet-thanks = Done. Thank you.
tablet-thanks-do = You can pass the device on.
tablet-no = Okay. You are not taking part.
tablet-no-do = We keep nothing about you. You can pass the device on.
tablet-under-13 = Thank you for saying so.
tablet-under-13-do = You can only take part here from the age of 13. We keep nothing about you. Your opinion does count: tell it to your youth worker, who can count it.
tablet-not-here = You cannot take part now.
tablet-not-here-do = It is not because of you: these questions are for other ages. We keep nothing about you.
tablet-wiped = Stopped and erased.
tablet-wiped-do = Nothing is left of what you filled in. You can pass the device on.
tablet-coach = A device that goes round
tablet-coach-how = For who has no phone with them. Open this link on a tablet or phone of the organisation and pass the device on. Whoever is done taps “{ tablet-next }”. Do not look at the screen.

# Pages that only say something.
web-what = Pols asks young people short questions.
web-what-how = After an activity Pols asks in a few taps how it was. The youth worker only sees numbers about the group. You are free to take part or not.
web-what-link = Do you want to take part? Open the link or the QR code of your organisation.
web-examples = Try it with an example
web-not-found = This page does not exist.
web-not-found-do = Check the address. Or open the link you got again.
web-error = Something went wrong on our side.
web-error-do = What you just did may not have been saved. Go back and try again in a while.
web-busy = Pols is starting up or stopping.
web-busy-do = What you just did was not saved. Go back and try again in a minute.
web-bad-form = This form is out of date.
web-bad-form-do = Nothing was saved. Open the page again and have another try.
