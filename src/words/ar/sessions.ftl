# A link of one session: what who opens it is told, and what staff see of it.
session-moved = هذا النشاط في وقت آخر: { $time }. تأتي الأسئلة حينها.
session-cancelled = أُلغي هذا النشاط. لا توجد أسئلة عنه.
coach-session-link = رابط هذه الجلسة ورمزها
coach-session-link-how = من يفتح هذا الرابط كان حاضرًا، ولا يُسأل عن حضوره. يُعرض للحاضرين فقط: على شاشة أو ورقة أو هاتف.
coach-session-link-back = رجوع
coach-school = لا نرسل شيئًا في ساعات المدرسة أيضًا، إلا لمن هو حاضر في جلسة في تلك اللحظة. رابط الجلسة يبيّن من هو حاضر.
coach-school-hours = { $days }: من { $from } إلى { $until }
