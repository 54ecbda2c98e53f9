# What stands in a typed text where something was taken out.
scrubbed-phone = phone number
scrubbed-mail = mail address
scrubbed-link = link
scrubbed-account = account
scrubbed-bank = bank account
scrubbed-national = national number
scrubbed-name = name

# The help card. Short, plain, and never more than somebody can take in.
help-title = Do you want to talk to someone?
help-not-kept = What you just wrote is not kept. Nobody reads it.
help-line = { $name }, { $for }: { $ways }.
help-spoken = (in { $languages })
help-chat = chat
help-chat-hours = chat ({ $hours })
help-mail = mail
help-app = the app { $name }
help-call = call { $number }
help-text = text { $number }
help-open-chat = Chat with { $name }
help-open-mail = Write to { $name }
help-danger = Is there danger now? Call 112.
help-danger-app = Is there danger now? Call 112 or use the app 112 BE.
help-ask = Ask { $name } to contact me
help-more = More help lines
help-fine = No, I am okay
help-later = Okay. Do you want to talk later? Then ask for help again.

# Asking to be contacted.
help-pass = I pass on your name on { $platform } to { $name }: { $handle }
help-pass-typed = How can { $name } reach you? Write your number or mail address, for example.
help-no-answers = That is all I pass on. Not your answers.
help-or = Can { $name } not be reached? Then I pass it on to { $other }.
help-hours = { $name } is there now. The hours are: { $hours }.
help-away = { $name } is not there now. The hours are: { $hours }.
help-yes = Yes, pass it on
help-no = No
help-write = Write how
help-handle = This is how you reach me
help-handle-empty = There is nothing yet. Nothing was passed on.
help-handle-long = That is too long. At most { $max } characters. Nothing was passed on.
help-not-asked = Okay. Nothing was passed on.
help-asked = Passed on to { $name }.
help-asked-before = You asked { $name } before. It is still waiting.
help-nobody = That cannot be done now. Nothing was passed on. You can always reach the help lines. Is there danger now? Call 112.
help-was-seen = { $name } saw your question and will contact you.
help-not-reached = Your question could not be passed on: nobody could be reached now. Do you want to talk? You can always reach the help lines. Is there danger now? Call 112.
help-on-telegram = Telegram
help-on-discord = Discord
help-on-web = the web page

# For the person who is asked to contact somebody.
request-title = { $organisation }: a young person asks you to make contact.
request-reach = How to reach this young person ({ $platform }):
request-no-answers = You see no answers. The young person chose this.
request-danger = Do you think there is danger now? Follow the procedure of your organisation or call 112.
request-after = Remove this message once you have talked.
request-seen = I will make contact
help-seen-thanks = Thank you. The young person hears that you saw the question.
help-seen-over = This question was seen already, or is too old.

# Linking the private chat of that person.
staff-linked = Linked. When a young person of { $organisation } asks for contact, you get a message here. Only you see it.
staff-in-group = This code is for a group or channel. Type it there.
staff-not-here = This cannot be done on this page. Do it in a private chat with the bot, on Telegram or Discord.

# What the bot can do, in a chat.
help-commands =
    I am a bot, not a person. You can always ask me this:
    /stop: no more questions, at once.
    /language: another language. /pause: a month of rest. /settings: rest and buttons.
    /propose: propose a theme or a question.
    /mydata: what is kept of you. /erase: everything gone. /privacy: who sees what.
