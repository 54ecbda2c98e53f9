# Coming in. Nothing is stored before a yes.
join-hello = Hi, I am the bot of { $organisation }. I am not a person.
join-what = Now and then I ask a few short questions.
join-free = You choose if you take part. If you say no, nothing changes for you.
join-who-sees = Who sees what? The youth workers only see numbers for the whole group, from { $floor } answers on. We do not keep your name with your answer.
join-sensitive = Sometimes a question is about something sensitive. You can skip every question.
join-stop = No more questions? Then tap “{ button-stop }”. It works at once.
join-platform-telegram = To be honest: this chat runs on Telegram. That company can technically reach these messages and knows that you talk to me.
join-platform-discord = To be honest: this chat runs on Discord. That company can technically reach these messages and knows that you talk to me. Discord keeps data in the USA. I cannot delete your messages there, you can.
join-platform-web = This page is ours. You do not need an account.
join-more-kept = What do we keep? Your answers, with a random number. How we reach you is kept apart and encrypted.
join-more-small = In a small group we show no numbers that point at one person.
join-more-rights = Do you want to know what we keep about you, or do you want it gone? Ask your youth worker.
join-question = Do you want to take part?
join-yes = Yes, I take part
join-no = No, rather not
join-more = Tell me more
join-declined = Okay. We keep nothing about you. Do you want to take part later? Then open the link again.
join-done = Great, you take part with { $organisation }. When there are questions, they will be here.
join-already = You take part with { $organisation } already. When there are questions, they will be here.
join-which = With which organisation do you want to take part?
join-link-unknown = I do not know this link. Ask your youth worker for a new one.
join-link-expired = This link is too old. Ask your youth worker for a new one.
join-post = { $organisation } would like to know what it means to you. Do you want to take part? Then you get a few short questions now and then, in a private chat. You do not have to.
join-post-button = Tell me more
start-needs-link = Hi. To take part you need the link or the QR code of your organisation. Ask your youth worker for it.
nothing-open = There is no question for you now. What you wrote was not kept.
reminder-lead = These questions are still here for you. You do not have to.

# Commands.
help =
    I ask short questions about the activities of your organisation. I am not a person, and this is no helpline: nobody reads along live.
    /stop: no more questions, at once.
    /start: take part again.
    /privacy: what happens with your answers.
    Is something troubling you? Talk or chat with Awel (in Dutch): call 102 or go to awel.be. Is there danger now? Call 112 or use the app 112 BE.
privacy =
    We keep your answers with a random number. Your name and your account are not with them.
    How we reach you is kept apart and encrypted.
    Youth workers only see numbers for the whole group, from 5 answers on. What you write yourself never goes to a channel by itself.
    Telegram or Discord can technically reach the messages in this chat. Do you not want that? Then ask for the link to the web page.
    You can skip every question. /stop: no more questions, at once.
    Do you want to know what we keep about you, or do you want it gone? Ask your youth worker.

# In the chat of a coach or an organisation.
place-help = With /koppel and a code you link this chat to an organisation. The code is on the coach's page and is valid for half an hour.
link-not-manager = Only somebody who manages this chat can link it. Ask an administrator.
link-wrong-code = This code is not valid. It is wrong, used already, or older than half an hour. Make a new one on the coach's page.
link-done = Linked. The summaries of { $organisation } come here from now on. Check who is in this chat.
