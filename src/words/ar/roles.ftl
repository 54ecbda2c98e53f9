## Roles: who may do what, invitations, the year with or without the coach, and linking a channel.

role-coach = مرافقة الأثر
role-lead = المسؤولية
role-worker = العمل الشبابي
role-moderator = قراءة الإجابات
role-safeguarding = شخص الثقة
role-fallback = بديل شخص الثقة
role-helper = مساعدة
role-author = إعداد الأسئلة
role-curator = القيّم على المكتبة
role-coach-is = مرافقة الأثر: تفكير مشترك واقتراح استطلاعات وقراءة الملخصات. بلا حق الموافقة أبدًا.
role-lead-is = المسؤولية: الموافقة على الاستطلاعات، وإعطاء الأدوار، واختيار سنة مع مرافقة أو بدونها.
role-worker-is = العمل الشبابي: تخطيط اللقاءات واقتراح استطلاعات وقراءة الملخصات والرد على الشباب.
role-moderator-is = قراءة الإجابات: قراءة الإجابات المفتوحة، واحدة بعد الأخرى.
role-safeguarding-is = شخص الثقة: تصل إليه رسالة حين يطلب أحد الشباب التواصل. بلا رؤية النتائج.
role-fallback-is = البديل: تصل إليه هذه الرسالة حين يغيب شخص الثقة. بلا رؤية النتائج.
role-helper-is = مساعدة: في لقاء واحد أو موعد واحد، حتى يوم محدد. بلا رؤية النتائج.
role-author-is = إعداد الأسئلة: تحضير مسودة استطلاع. بلا رؤية الإجابات.
role-curator-is = القيّم على المكتبة: يراجع ما تريد المنظمات مشاركته في المكتبة. لا يرى أي إجابة.

# Who has which role.
role-title = من يفعل ماذا في { $organisation }
role-member = { $name }: { $role }
role-unreachable = لا يمكن الوصول
role-task = { $task }، حتى نهاية { $until }
role-task-gone = شيء لم يعد موجودًا
role-moment = موعد
role-no-lead = لا أحد في دور المسؤولية بعد. بدونه لا موافقة، ولا يبدأ شيء.
role-invite = دعوة شخص
role-invited = دعوة لم تُقبل بعد: { $name } ({ $role })
role-withdraw = سحب دعوة { $name }
role-withdrawn = سُحبت الدعوة. لم يعد الرمز يعمل.
role-take-back = استرجاع: { $name }، { $role }
role-take-back-sure = استرجاع دور «{ $role }» من { $name } في { $organisation }؟ ينتهي فورًا.
role-taken-back = انتهى دور «{ $role }» لدى { $name } في { $organisation }.
role-leave = ترك دوري: { $role }
role-leave-sure = ترك دورك «{ $role }» في { $organisation }؟ ينتهي فورًا.
role-left = انتهى دورك «{ $role }» في { $organisation }. شكرًا.
role-last-lead = لا أحد غيرك في دور المسؤولية. بعد ذلك لا موافقة حتى يأتي شخص جديد. ما يجري الآن يستمر.
role-yes = نعم
role-no = لا
role-back = رجوع

# Inviting.
role-which = أي دور في { $organisation }؟
role-which-task = لماذا تأتي هذه المساعدة؟
role-no-task = لا لقاء ولا موعد مخطط. يجب تخطيط واحد أولًا.
role-until = حتى متى؟ ({ $task })
role-until-how = بعد ذلك ينتهي الدور وحده.
role-until-day = حتى نهاية { $day }
role-name = ما اسم هذا الشخص؟ ({ $role })
role-name-how = الاسم الأول فقط، كما يعرفه الزملاء.
role-name-label = الاسم الأول
role-name-write = كتابة الاسم الأول
role-given = هذا من أجل { $name } فقط: { $role } في { $organisation }.
role-given-chat = على تيليغرام أو ديسكورد، في محادثة خاصة مع البوت:
role-given-page = أو بلا تطبيق، على الويب:
role-given-until = يعمل الرمز مرة واحدة، حتى نهاية { $day }.
invite-how = يُكتب الرمز بعد /koppel.
invite-wrong-code = هذا الرمز لا يعمل. هو خاطئ أو مستعمل أو مسحوب أو قديم. يُطلب رمز جديد ممن أعطاه.
invite-in-group = هذا الرمز لشخص واحد، في محادثة خاصة. هنا يقرؤه الجميع، لذلك لم يعد يعمل. يلزم رمز جديد.
role-welcome = مرحبًا { $name }. دورك في { $organisation }: { $role }.
role-welcome-leave = كل شيء موجود في /menu. وهناك يمكن ترك الدور أيضًا.
staff-menu-open = القائمة

# With or without the coach.
mode-to-without = الاستمرار بدون مرافقة
mode-to-with = الاستمرار مع المرافقة
mode-without-sure = { $organisation }: الاستمرار في سنة العمل { $year } بدون مرافقة؟
mode-without-means =
    عندها تصل الملخصات فقط إلى قناة المنظمة.
    ترى المرافقة المواعيد الخمسة الثابتة، وما نُشر سابقًا، وما تشاركه المنظمة.
    لا تخطيط ولا اقتراح من المرافقة بعد ذلك.
mode-with-sure = { $organisation }: الاستمرار في سنة العمل { $year } مع المرافقة؟
mode-with-means =
    عندها تصل الملخصات الجديدة إلى المرافقة أيضًا.
    يعود للمرافقة التخطيط واقتراح الاستطلاعات. الموافقة تبقى لديك.
    ما نُشر في فترة بدون مرافقة يبقى في مكانه.
mode-stays = تبقى المواعيد الخمسة الثابتة للسنة. لا يتغير ولا ينتقل شيء آخر. الرجوع ممكن دائمًا.
mode-is-without = { $organisation } تستمر بدون مرافقة.
mode-is-with = { $organisation } تستمر مع المرافقة.

# Linking a channel.
link-which = أي قناة تُربط مع { $organisation }؟
link-team = قناة فريقنا
link-coach = القناة مع المرافقة
link-join = قناة للمشاركة
link-team-is = قناة فريقنا: تصل الملخصات هنا، أيضًا في سنة بدون مرافقة.
link-coach-is = القناة مع المرافقة: تصل الملخصات هنا في سنة مع مرافقة.
link-join-is = قناة للمشاركة: تصل هنا رسالة يشارك بها الشباب. لا نتائج أبدًا.
link-type-there = يُكتب هذا في مجموعة أو قناة { $organisation } التي فيها Pols:
link-code-until = يعمل الرمز مرة واحدة، حتى { $time } يوم { $day }.
link-keep-private = يجب أن تبقى هذه القناة خاصة. يُراجع أعضاؤها عند بداية كل فترة جديدة.
link-public = هذه القناة عامة: يمكن لأي شخص القراءة. ملخصات الشباب ليست لهذا المكان. يجب جعل القناة خاصة أو اختيار قناة أخرى. يبقى الرمز صالحًا.
place-public-now = أصبحت هذه القناة عامة: يمكن لأي شخص القراءة. لن أنشر هنا شيئًا. يجب جعلها خاصة ثم ربطها من جديد.

# What the desk answers to a wish it does not grant.
desk-may-not = هذا الدور لا يسمح بذلك. السؤال لمن له دور المسؤولية في المنظمة.
desk-lead-invites = هناك من له دور المسؤولية، ومنه تأتي الأدوار.
desk-no-role = لا يوجد هذا الدور. يُختار دور من القائمة.
desk-bad-name = هذا ليس اسمًا أول. من 1 إلى 40 حرفًا، في سطر واحد.
desk-bad-task = هذا اللقاء أو الموعد غير موجود أو لم يعد موجودًا. يُختار غيره.
desk-bad-until = هذا اليوم غير ممكن. يُختار يوم من اليوم فصاعدًا، خلال سنة على الأكثر.
desk-no-duty = لم يُحدد بعد من يفعل هذا ومتى. يُملأ أولًا “safeguarding” أو “fallback” في ملف المنظمة.
desk-no-invitation = لم تعد هذه الدعوة موجودة: استُعملت أو سُحبت أو قدمت.
desk-nobody = ليس لهذا الشخص هذا الدور (بعد الآن). لم يتغير شيء.
desk-mode-already = كان الأمر كذلك. لم يتغير شيء.
desk-other-year = هذا عن سنة عمل أخرى. تُفتح القائمة من جديد.

# On a page.
role-choose = أي دور؟
role-last-day = حتى نهاية أي يوم؟
role-done-taken-back = استُرجع الدور، وانتهى فورًا.
role-done-left = انتهى هذا الدور لديك. شكرًا.
mode-done = تم التغيير. المواعيد الخمسة الثابتة على الجدول الزمني.

# The personal page, and the invitation to it.
team-you = مرحبًا { $name }. هذه صفحتك الخاصة.
team-keep = يجب حفظ هذا العنوان وعدم إعطائه لأحد: من لديه العنوان يفعل كل ما هو ممكن لك.
team-chat = القائمة
team-nobody = لا أحد له دور في هذا العنوان (بعد الآن). تُطلب دعوة جديدة ممن له دور المسؤولية.
team-invited = مرحبًا { $name }. دعوة من { $organisation }: { $role }.
team-invited-how = لك صفحة خاصة، وعنوانها هو المفتاح: يجب حفظه. يمكن ترك الدور هناك دائمًا.
team-take = أقبل
team-or-chat = أو في محادثة؟ يُكتب هذا على تيليغرام أو ديسكورد في محادثة خاصة مع البوت:

# The working year on a page.
year-title = سنة العمل { $year }
year-with = سنة العمل هذه مع المرافقة.
year-without = سنة العمل هذه بدون مرافقة.
year-without-coach-page = هنا المواعيد الخمسة الثابتة، وما نُشر سابقًا، وما تشاركه المنظمة.

# At the command line.
cli-invite = دعوة شخص إلى دور: أول من له المسؤولية، ومنه تأتي الدعوات الأخرى.
cli-arg-role = الدور
cli-arg-name = الاسم الأول، كما يعرفه الزملاء (ليس مع safeguarding و fallback: هو في الملف)
cli-opt-session = للمساعدة: اللقاء
cli-opt-until = للمساعدة: اليوم الأخير، مثل 2026-12-20
cli-invited =
    هذا من أجل { $name } فقط. على تيليغرام أو ديسكورد، في محادثة خاصة مع البوت: /koppel { $code }
    أو على الويب، بعد عنوان Pols: { $path }
    يعمل الرمز مرة واحدة، لثلاثة أيام.
