# What stands on Telegram only: the list of commands, and the invitation to type.
telegram-command-start = Start, or start again
telegram-command-stop = I want no more questions
telegram-command-help = Need help?
telegram-command-privacy = What do we keep about you?
telegram-command-language = Choose your language
telegram-command-pause = No questions for a month
telegram-command-settings = Choose your language, your rest and how questions look
telegram-command-my-data = See what we keep about you
telegram-command-erase = Erase everything we keep about you
telegram-command-propose = Propose a theme or a question
telegram-command-koppel = Link this group with a code
telegram-command-place-help = What does Pols do in this group?
telegram-type-here = Type your answer here, as a normal message. At most { $max } characters.
telegram-type-this = Type it here, as a normal message. At most { $max } characters.
