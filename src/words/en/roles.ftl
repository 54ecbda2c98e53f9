## Roles: who may do what, invitations, the year with or without the coach, and linking a channel.

role-coach = Impact coach
role-lead = Lead
role-worker = Youth worker
role-moderator = Moderator
role-safeguarding = Safeguarding contact
role-fallback = Stand-in for the safeguarding contact
role-helper = Helper
role-author = Question author
role-curator = Curator
role-coach-is = Impact coach: thinks along, proposes surveys and reads digests. Never agrees.
role-lead-is = Lead: agrees to surveys, gives roles, and chooses whether the year is with or without the coach.
role-worker-is = Youth worker: plans sessions, proposes surveys, reads digests and says something back.
role-moderator-is = Moderator: reads open answers, one by one.
role-safeguarding-is = Safeguarding contact: gets a message when a young person asks to be contacted. Sees no results.
role-fallback-is = Stand-in: gets that message when the safeguarding contact is away. Sees no results.
role-helper-is = Helper: helps with one session or moment, until a day you choose. Sees no results.
role-author-is = Question author: drafts a survey. Sees no answers.
role-curator-is = Curator: looks over what organisations want to share in the library. Sees no answers.

# Who has which role.
role-title = Who does what at { $organisation }
role-member = { $name }: { $role }
role-unreachable = cannot be reached
role-task = { $task }, up to and including { $until }
role-task-gone = something that is gone
role-moment = Moment
role-no-lead = There is no lead yet. Without a lead nobody can agree, and then nothing begins.
role-invite = Invite somebody
role-invited = Invited, not accepted yet: { $name } ({ $role })
role-withdraw = Withdraw the invitation of { $name }
role-withdrawn = The invitation is withdrawn. The code works no more.
role-take-back = Take back: { $name }, { $role }
role-take-back-sure = Take the role “{ $role }” of { $name } at { $organisation } back? It ends at once.
role-taken-back = { $name } no longer has the role “{ $role }” at { $organisation }.
role-leave = Give up my role: { $role }
role-leave-sure = Give up your role “{ $role }” at { $organisation }? It ends at once.
role-left = You no longer have the role “{ $role }” at { $organisation }. Thank you.
role-last-lead = There is no other lead. After this nobody can agree until there is a new one. What runs now goes on.
role-yes = Yes
role-no = No
role-back = Back

# Inviting.
role-which = Which role at { $organisation }?
role-which-task = What does this helper come for?
role-no-task = No session or moment is planned. Plan one first.
role-until = Until when? ({ $task })
role-until-how = After that the role ends by itself.
role-until-day = Up to and including { $day }
role-name = What is this person called? ({ $role })
role-name-how = Type only the first name, as colleagues know it.
role-name-label = First name
role-name-write = Type the first name
role-given = Give this to { $name }, and to nobody else: { $role } at { $organisation }.
role-given-chat = On Telegram or Discord, in a private conversation with the bot:
role-given-page = Or without an app, on the web:
role-given-until = The code works once, up to and including { $day }.
invite-how = Type the code you were given behind /koppel.
invite-wrong-code = This code does not work. It is wrong, used, withdrawn or too old. Ask whoever gave it to you for a new one.
invite-in-group = This code was for one person, in a private conversation. Here everybody can read it. So it works no more. Ask for a new one.
role-welcome = Hello { $name }. Your role at { $organisation }: { $role }.
role-welcome-leave = You find everything with /menu. There you can also give up your role.
staff-menu-open = Menu

# With or without the coach.
mode-to-without = Go on without the coach
mode-to-with = Go on with the coach
mode-without-sure = { $organisation }: go on in working year { $year } without the coach?
mode-without-means =
    Digests then come only in your organisation’s own channel.
    The coach sees the five fixed moments, what was posted before, and what you share yourself.
    The coach can plan and propose nothing any more.
mode-with-sure = { $organisation }: go on in working year { $year } with the coach?
mode-with-means =
    New digests then come to the coach as well.
    The coach can plan along and propose surveys again. Agreeing stays with you.
    What was posted in a period without the coach stays where it was.
mode-stays = The five fixed moments of the year stay. Nothing else changes or moves. You can always go back.
mode-is-without = { $organisation } goes on without the coach.
mode-is-with = { $organisation } goes on with the coach.

# Linking a channel.
link-which = Which channel do you want to link to { $organisation }?
link-team = Our team’s channel
link-coach = Channel with the coach
link-join = Channel to take part
link-team-is = Our team’s channel: digests come here, also in a year without the coach.
link-coach-is = Channel with the coach: digests come here in a year with the coach.
link-join-is = Channel to take part: a message comes here with which young people can take part. Never results.
link-type-there = Type this in the group or channel of { $organisation } that Pols is a member of:
link-code-until = The code works once, until { $time } on { $day }.
link-keep-private = Keep this channel private. Check who is in it at the start of each new term.
link-public = This channel is public: anybody can read along. Digests of young people do not belong here. Make the channel private or choose another. The code stays valid.
place-public-now = This channel has become public: anybody can read along. I post nothing here any more. Make it private, then link it again.

# What the desk answers to a wish it does not grant.
desk-may-not = This role does not allow that. Ask the organisation’s lead.
desk-lead-invites = There is a lead, who gives the roles: ask there.
desk-no-role = There is no such role. Choose one from the list.
desk-bad-name = That is no first name. Type 1 to 40 characters, on one line.
desk-bad-task = This session or moment is not there (any more). Choose another.
desk-bad-until = This day is not possible. Choose a day from today on, at most a year ahead.
desk-no-duty = Nobody was chosen for this yet, nor the hours. First fill in “safeguarding” or “fallback” in the organisation’s file.
desk-no-invitation = This invitation is gone: used, withdrawn or too old.
desk-nobody = This person does not have that role (any more). Nothing has changed.
desk-mode-already = That was so already. Nothing has changed.
desk-other-year = This is about another working year. Open the menu again.

# On a page.
role-choose = Which role?
role-last-day = Up to and including which day?
role-done-taken-back = The role is taken back. It ended at once.
role-done-left = You no longer have this role. Thank you.
mode-done = Changed. The five fixed moments are on the timeline.

# The personal page, and the invitation to it.
team-you = Hello { $name }. This is your own page.
team-keep = Keep this address and give it to nobody: whoever has it can do what you can.
team-chat = Menu
team-nobody = Nobody has a role at this address (any more). Ask the lead for a new invitation.
team-invited = Hello { $name }. You are invited at { $organisation }: { $role }.
team-invited-how = You get a page of your own. Its address is your key: keep it. You can always give up your role there.
team-take = I will do this
team-or-chat = Rather in a chat? Type this on Telegram or Discord in a private conversation with the bot:

# The working year on a page.
year-title = Working year { $year }
year-with = This working year is with the coach.
year-without = This working year is without the coach.
year-without-coach-page = Here you see the five fixed moments, what was posted before, and what the organisation shares.

# At the command line.
cli-invite = Invite somebody with a role: the first lead, who invites the others.
cli-arg-role = the role
cli-arg-name = first name, as colleagues know it (not for safeguarding and fallback: it is in the file)
cli-opt-session = for a helper: the session
cli-opt-until = for a helper: the last day, like 2026-12-20
cli-invited =
    Give this to { $name } only. On Telegram or Discord, in a private conversation with the bot: /koppel { $code }
    Or on the web, behind the address of Pols: { $path }
    The code works once, for three days.
