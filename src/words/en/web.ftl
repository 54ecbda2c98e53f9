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
