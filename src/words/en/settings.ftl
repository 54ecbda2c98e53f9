# What a young person arranges for themselves: language, rest, and how a card looks.
settings-language = In which language do you want to read?
settings-language-done = OK. From now on you read everything in this language.
settings-title = What do you want to change?
settings-how = Tap to turn something on or off. Nothing changes in your answers.
settings-other-language = Another language
settings-plain = Easier Dutch
settings-text-only = No pictures and no emoji
settings-weekend = Nothing at the weekend
settings-early = Nothing before 4 pm
settings-late = Nothing after 7 pm
settings-pause = No questions for a month
settings-paused = OK. You get no new questions until { $date }. After that you do again. You can still answer what is here already.
settings-resume = Ask me again after all
settings-resumed = OK. You can get questions again.
settings-nobody = I don't know you here yet. First open the link from your organisation.
