# Coming in. Nothing is stored before a yes.
join-language = In which language do you want to read?
join-age = How old are you?
join-age-why = We ask because not every age may take part everywhere. We only keep this group, not your date of birth.
join-age-a = Younger than 13
join-age-b = 13, 14 or 15
join-age-c = 16 or 17
join-age-d = 18 or older
join-hello = Hi, I am the bot of { $organisation }. I am not a person.
join-what = Now and then I ask a few short questions about what you do and experience here.
join-free = You choose if you take part. If you say no, nothing changes for you.
join-who-sees = Who sees what? The youth workers only see numbers for the whole group, from { $floor } answers on. We do not keep your name with your answer.
join-sensitive = Sometimes a question is about something sensitive, such as racism or gender. You can skip every question.
join-stop = /stop: no more questions, at once. /wis: everything we keep about you is gone.
join-stop-web = Below the questions there will always be buttons. “{ web-stop }”: no more questions, at once. “{ web-erase }”: everything we keep about you is gone.
join-platform-telegram = To be honest: this chat runs on Telegram. That company can technically reach these messages and knows that you talk to me. You do not want that? Then answer on our web page.
join-platform-discord = To be honest: this chat runs on Discord. That company can technically reach these messages and knows that you talk to me. Discord keeps data in the USA. I cannot delete your messages there, you can. You do not want that? Then answer on our web page.
join-platform-web = This page is ours. You do not need an account.
join-more-kept = What do we keep? Your answers, with a random number. Your age group and how we reach you are kept apart and encrypted.
join-more-small = In a small group we show no numbers that point at one person. Overviews of the group that are made already will stay.
join-more-rights = Do you want to know what we keep about you? Send /mijndata. Do you want everything gone? Send /wis. You do not have to ask anybody.
join-more-rights-web = Do you want to know what we keep about you? Tap “{ web-my-data }”. Do you want everything gone? Tap “{ web-erase }”. You do not have to ask anybody.
join-more-year = Every working year we ask again if you still want to take part.
join-question = Do you want to take part?
join-yes = Yes, I take part
join-no = No, rather not
join-more = Tell me more
join-on-web = Rather on the web page
join-declined = Okay. We keep nothing about you. Do you want to take part later? Then open the link again.
join-under-13 = Thank you for telling us. You can take part here from the age of 13. We keep nothing about you. What you think does count: feel free to tell your youth worker.
join-elsewhere = You cannot take part in this app. You can on our own web page. You do not need an account for it.
join-elsewhere-once = The button works for one day. We do not ask again what you chose already.
join-open-page = To the web page
join-not-here = You cannot take part with { $organisation } now. It is not because of you: their questions are for other ages. You get no questions here.
join-done = Great, you take part with { $organisation }. When there are questions, they will be here.
join-already = You take part with { $organisation } already. When there are questions, they will be here.
join-which = With which organisation do you want to take part?
join-link-unknown = I do not know this link. Ask your youth worker for a new one.
join-link-expired = This link is too old. Ask your youth worker for a new one.
join-link-used = This link was used already. It only works once. Do you want to take part? Then open the link of your organisation.
join-post = { $organisation } would like to know what it means to you. Do you want to take part? Then you get a few short questions now and then, in a private chat. You do not have to.
join-post-button = Tell me more
start-needs-link = Hi. To take part you need the link or the QR code of your organisation. Ask your youth worker for it.

# The yes of before has ended: asked once.
join-again = Do you still want to take part?
join-again-why = You took part with { $organisation }. A yes is for one working year and for one explanation. That is why we ask again. If you say nothing, you get no questions.

# The page behind a link that was used already.
web-join-used = This link was used already.
web-join-used-do = It only works once. Do you take part on this device already? Then go to your questions. Otherwise open the link of your organisation again.
