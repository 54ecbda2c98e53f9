## الحوار الذي يختار فيه المدرّب والمنظمة معًا ما الذي يُقاس. لمن لديه دور (B1).

talk-head = حوار عن القياس { $organisation } · { $number } من { $count }
talk-foot = لا شيء إلزامي. يمكن تخطي كل خطوة والعودة إليها لاحقًا.
talk-said = { $name }: { $text }
talk-aspect = ما الذي نريد معرفته؟
talk-aspect-how = شيء واحد في جملة واحدة، وليس كل العمل.
talk-not = ما الذي لا نقيسه؟
talk-not-how = تُكتب هنا الأمور المتروكة الآن. هكذا يبقى القياس صغيرًا.
talk-series = في أي نشاط؟
talk-series-how = الأسئلة تخص سلسلة واحدة من الجلسات.
talk-of = من نسأل؟
talk-of-how = الإجابة اختيار دائمًا.
talk-method = بأي طريقة؟
talk-method-how = يمكن اختيار طريقة من المكتبة، أو كتابة طريقة خاصة.
talk-reason = لماذا أكثر من ثلاثة أسئلة؟
talk-reason-how = في هذه الطريقة أكثر من ثلاثة. من يعطي الموافقة يقرأ السبب.
talk-moment = متى نسأل؟
talk-moment-how = في البداية أو في النهاية أو بعد ذلك بقليل.
talk-tasks = من يفعل ماذا؟
talk-tasks-how = ليس من الضروري القيام بكل شيء وحدنا. يُختار من يقوم بالمهمة، ثم يُكتب ماذا ومتى وكم ساعة.
talk-name-aspect = ما نريد معرفته
talk-name-not = ما لا نقيسه
talk-name-series = النشاط
talk-name-of = لمن
talk-name-method = الطريقة
talk-name-reason = سبب الأسئلة فوق الثلاثة
talk-name-moment = الموعد
talk-name-tasks = من يفعل ماذا
talk-party-young = الشباب
talk-party-worker = مرافق الشباب
talk-party-coach = مدرّب الأثر
talk-party-author = خدمة الشباب أو أبحاث السوق: استبيان
talk-party-interviews = فريق الاتصال: مقابلات
talk-party-colleague = خبير أو زميل
talk-party-network = شخص من شبكتنا
talk-task = { $party }: { $text } · { $date } · { $hours }
talk-no-day = بلا يوم بعد
talk-no-hours = الساعات لم تُحدد
talk-task-how = تُكتب في سطر واحد. مثلًا: 12/1 إعداد استبيان 3 ساعات. يمكن ترك اليوم والساعات.
talk-task-for = من: { $party }
talk-write-how = الكتابة هنا، في 200 حرف على الأكثر. من في الحوار يقرأ النص مع الاسم.
talk-write = كتابة
talk-add = إضافة شيء
talk-change = كتابة أخرى
talk-own-method = طريقة خاصة بنا
talk-library = عرض الطرق
talk-method-line = { $title } ({ $count } { $count ->
    [one] سؤال
   *[other] أسئلة
}، { $minutes } دقيقة عمل)
talk-methods-more = طرق أخرى
talk-methods-before = الطرق السابقة
talk-take-back = إزالة: { $text }
talk-next = التالي
talk-before = رجوع
talk-to-overview = إلى الملخص
talk-stop = إيقاف هذا الحوار
talk-noted = سُجّل. وهو الآن مع الحوار.
talk-overview = حوار عن القياس { $organisation }: هذا ما كُتب
talk-nothing = { $what }: لا شيء بعد
talk-can-draft = هذا يكفي لمسودة استطلاع. لا يُسأل أحد قبل وجود موافقة.
talk-lacking = لمسودة استطلاع ينقص: { $what }. ويمكن ذلك لاحقًا.
talk-can-plan = { $count ->
    [one] تُضاف مهمة واحدة لها يوم
   *[other] تُضاف { $count } مهام لها يوم
} إلى الجدول الزمني.
talk-end-who = من يُعدّ المسودة لا يمكنه الموافقة عليها لاحقًا. فليضغط شخص آخر على الزر.
talk-end-both = إعداد المسودة والجدول
talk-end-plan = وضع المهام في الجدول
talk-end-keep = انتهينا، لا تُعدّ شيئًا بعد
talk-done = حوار عن القياس { $organisation }: انتهى
talk-done-next = مسودة الاستطلاع موجودة مع الاستطلاعات. هناك تُقترح وهناك تأتي الموافقة.
talk-see-surveys = إلى الاستطلاعات
talk-see-timeline = إلى الجدول الزمني
talk-new = بدء حوار جديد
talk-stopped = توقف حوار القياس في { $organisation }. لم يُعدّ شيء.
talk-over = انتهى هذا الحوار. بالأمر /impacttalk يبدأ حوار جديد أو يُعرض ما كُتب.
talk-empty = لم يكن في الرسالة شيء. يُرجى كتابتها مرة أخرى.
talk-long = النص طويل. يُرجى كتابته في 200 حرف على الأكثر.
talk-many = هنا اثنا عشر أمرًا. يُزال واحد أولًا.

# On a page, where every step stands at once.
talk-page-begun = بدأ الحوار.
talk-page-taken = أُزيل.
talk-page-ended = انتهى الحوار. ما نتج عنه موجود مع الاستطلاعات وفي الجدول الزمني.
talk-page-stopped = توقف الحوار. لم يُعدّ شيء.
talk-page-heading = نختار معًا ما الذي يُقاس
talk-page-begin = بدء حوار عن القياس
talk-page-name = الاسم
talk-page-party = من يقوم بذلك؟
talk-page-keep = حفظ
talk-page-take = إزالة
talk-page-how = يُظهر الحوار من كتب ماذا. لا شيء إلزامي: يمكن ترك كل جزء فارغًا.
