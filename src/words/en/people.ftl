nothing-open = There is no question for you now. What you wrote was not kept.
reminder-lead = These questions are still here for you. You do not have to.

# Commands.

# In the chat of a coach or an organisation.
place-help = With /koppel and a code you link this chat to an organisation. The code is on the coach's page and is valid for half an hour.
link-not-manager = Only somebody who manages this chat can link it. Ask an administrator.
link-wrong-code = This code is not valid. It is wrong, used already, or older than half an hour. Make a new one on the coach's page.
link-done = Linked. The summaries of { $organisation } come here from now on. Check who is in this chat.
