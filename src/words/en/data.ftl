privacy-kept = What do we keep? Your answers, with a random number. Your name and your account are not with them.
privacy-reach = How we reach you is kept apart and locked.
privacy-who = Who sees what? Youth workers only see numbers for the whole group, from { $floor } answers on. What you write yourself is only read by the person who checks the open answers. It never goes to a channel by itself.
privacy-long =
    How long? What you write yourself: { $textDays ->
        [one] { $textDays } day
       *[other] { $textDays } days
    } at most. Your other answers: until { $answerMonths ->
        [one] { $answerMonths } month
       *[other] { $answerMonths } months
    } after the working year at most. How we reach you: until you stop, and then { $stoppedDays ->
        [one] { $stoppedDays } day
       *[other] { $stoppedDays } days
    } at most. That you said “yes”: 3 years. Numbers for the group stay.
privacy-platform-telegram = And Telegram? That company can technically reach the messages in this chat, and knows that you talk to me. If a judge asks for it because of a crime, Telegram can give your number and your internet address. Do you not want that? Ask for the link to our web page.
privacy-platform-discord = And Discord? That company can technically reach the messages in this chat, and knows that you talk to me. Discord keeps data in the USA. I cannot delete your messages there, you can. Do you not want that? Ask for the link to our web page.
privacy-platform-web = And this page? It is ours. There are small files (cookies) in your browser: a random name, so that we know it is you, and your language. Does somebody else use this device too? Then they can see your questions and your data. With “{ web-erase }” those files go as well.
privacy-rights-telegram =
    You can skip every question.
    /mydata: see what we keep about you.
    /erase: everything gone.
    /stop: no more questions, at once.
privacy-rights-discord =
    You can skip every question.
    /{ discord-my-data-name }: see what we keep about you.
    /{ discord-erase-name }: everything gone.
    /{ discord-stop-name }: no more questions, at once.
privacy-rights-web =
    You can skip every question.
    “{ web-my-data }”: see what we keep about you.
    “{ web-erase }”: everything gone.
    “{ web-stop }”: no more questions, at once.

data-nothing = We keep nothing about you.
data-gone-tap = We keep nothing about you. That button does nothing any more.

data-link = On your own page you see everything we keep about you. You can also erase things there. The link works for half an hour. Do not pass it on to anybody.
data-link-here = On your own page you see everything we keep about you. You can also erase things there.
data-open = Open my page

data-erase-title = Erase everything?
data-erase-what = Then we erase everything we keep about you: your answers, what you wrote, and how we reach you. You also get no more questions.
data-erase-stays = This stays: numbers for the whole group that were made already. Your name is not in them. Proposals that you made stay too, because we do not know who made them.
data-erase-chat-telegram = I do not erase what stands in this chat. You can do that yourself: delete the chat in Telegram.
data-erase-chat-discord = I do not erase what stands in this chat. You can delete your own messages yourself in Discord.
data-erase-chat-web = After that, this device does not know you any more.
data-erase-sure = Do you want to erase everything?
data-erase-yes = Yes, erase everything
data-erase-no = No
data-erase-old = That button is from a while ago. So I ask once more.
data-not-erased = Okay. Nothing was erased.
data-erased = Everything is gone.
data-erased-again = Do you want to take part again later? Then use the link of your organisation.

data-remove = Shall I take your message out of the chat here? Your answer is still kept.
data-remove-yes = Yes
data-remove-no = Leave it
data-removed = Your message is no longer in the chat.
data-remove-left = Okay. Your message stays.
data-remove-refused = I cannot do that any more. Your message is too old, or gone already. You can do it yourself: keep your finger on your message and choose “Delete”.
data-remove-busy = That does not work right now. Tap “{ data-remove-yes }” again in a moment.

data-title = My data
data-intro = This is everything we keep about you. Only you see this page.
data-intro-link = This is everything we keep about you. Whoever has the link to this page can see it. It works for half an hour.
data-you = About you
data-channel = How we reach you
data-channel-telegram = On Telegram
data-channel-discord = On Discord
data-channel-web = On this web page
data-unreachable = Messages do not arrive now.
data-language = Language
data-age = Age
data-age-13-15 = 13 to 15 years
data-age-16-17 = 16 or 17 years
data-age-18 = 18 years or older
data-text-only = Without emoji
data-yes = Yes
data-paused = Rest until
data-rest = Your own rest
data-rest-quiet = From { $from } to { $until }
data-asked = Days on which questions were sent
data-asked-why = We keep this so that you do not get too many questions.
data-request = Asked { $organisation } to contact you
data-request-reach = How you want to be reached: { $reach }
data-joined = You take part since { $day }.
data-stopped = You stopped on { $day }.
data-stopped-before = You stopped.
data-consent = You said “yes” on { $day } (text { $version }).
data-consent-until = That holds until { $day }, that day included.
data-consent-withdrawn = You said “stop” on { $day }.
data-presence = Where you were
data-presence-one = { $activity }, { $day }
data-rounds = Your answers
data-no-rounds = You were not asked any questions.
data-round = { $activity }, { $day }
data-round-digested = Numbers for the group were made of this already. They do not change any more.
data-status-dont_know = You said: don't know.
data-status-declined = You said: rather not say.
data-status-skipped = Skipped.
data-status-not_asked = Not asked.
data-status-expired = Not answered.
data-status-open = You chose: { $answer }
data-status-typed = You wrote:
data-status-typed-gone = You wrote something. The text is erased already.
data-answered-on = On { $day }
data-erase-one = Erase this answer
data-erase-one-of = Erase this answer: { $question }
data-erase-one-along = Was there a question that you only got because of this answer? Then that answer goes too.
data-one-erased = That answer is gone.
data-one-gone = That answer was gone already.
data-take-along = Take it with you
data-download = Download everything as a file (JSON)
data-erase-all = Erase everything
data-page-old = This link does not work any more.
data-page-old-do = Ask for a new link in the chat. Was everything erased already? Then there is nothing left to see.
data-page-nobody = We do not know you on this device.
data-page-nobody-do = Nothing of you is kept here. Do you take part on Telegram or Discord? Then ask for your link there.
