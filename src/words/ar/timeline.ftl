## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = الموعد "{ $name }" بلا عنوان. يلزم إضافة "title": ماذا يحدث في هذا الموعد.
check-plan-when = يجب أن يكون للموعد "{ $name }" يوم واحد: "on" مع تاريخ، أو "after" مع موعد آخر، وليس الاثنان معًا.
check-plan-unknown = يأتي "{ $name }" بعد "{ $moment }"، لكن هذا الموعد غير معروف. المواعيد المعروفة: { $known }.
check-plan-loop = هذه المواعيد ينتظر بعضها بعضًا في حلقة: { $way }. يلزم إعطاء أحدها تاريخًا بواسطة "on".
check-plan-outside = يقع الموعد "{ $name }" في { $date }. هذا خارج سنة العمل، من { $first } إلى { $last }. يلزم اختيار يوم بينهما، أو التحقق من "year".
check-plan-twice = الموعد الثابت { $kind } موجود هنا مرة أخرى، عند "{ $name }". يلزم الإبقاء على واحد لكل سنة عمل.

# Moments by their kind, and what is talked about at the five fixed ones
plan-kind-evaluation-talk = لقاء التقييم والتخطيط
plan-kind-impact-talk = لقاء الأثر
plan-kind-timeline = وضع الجدول الزمني
plan-kind-june = التقييم في يونيو
plan-kind-year-end = التقييم في نهاية سنة العمل
plan-kind-peiling = استطلاع
plan-kind-session = جلسة
plan-kind-feedback = إخبار الشباب بما يتم
plan-kind-third = مهمة لشخص من الخارج
plan-kind-other = موعد آخر
plan-agenda-evaluation-talk =
    1. كيف كانت السنة الماضية؟
    2. ماذا نريد أن نعرف هذه السنة؟ جانب واحد فقط.
    3. عمّا لا نسأل هذه السنة؟
    4. مع المدرب أم من دونه؟
plan-agenda-impact-talk =
    1. أي فرق نريد أن نحدث للشباب؟
    2. كيف يلاحظ الشباب ذلك بأنفسهم؟
    3. أي طريقة مناسبة؟ لا شيء إجباري.
plan-agenda-timeline =
    1. من يفعل ماذا، ومتى؟
    2. كم ساعة يأخذ ذلك؟
    3. ماذا يمكن أن يفعل شخص آخر؟
    4. متى نخبر الشباب بما يتم؟
plan-agenda-june =
    1. ماذا قال الشباب الذين أجابوا، وما الذي لفت الانتباه؟
    2. ماذا تغيّر منذ ذلك الحين؟
    3. كم ساعة كان مخططًا لها، وكم كانت فعلًا؟
    4. ما الذي نبقيه، وما الذي نغيره، وما الذي نوقفه؟
plan-agenda-year-end =
    1. ماذا نروي عن هذه السنة؟
    2. ماذا تعلمنا عن طريقة السؤال؟
    3. هل نشارك طريقتنا مع آخرين؟
    4. أي جانب في السنة القادمة، ومع المدرب أم من دونه؟

# The plan in lines
plan-title = الجدول الزمني لـ { $organisation }: من { $from } إلى { $until }
plan-aspect = هذه السنة: { $aspect }
plan-empty = لا شيء هذا الشهر.
plan-many = { $count } × { $title } (يوم { $days })
plan-status-done = تم
plan-status-moved = تم نقله
plan-status-dropped = أُلغي
plan-hours = { $hours ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
   *[other] { $hours } ساعة
}
plan-of-young = شاب: { $hours }
plan-of-worker = فريق الشباب: { $hours }
plan-of-coach = المدرب: { $hours }
plan-of-third = شخص من الخارج: { $hours }
plan-month-hours = الساعات · { $hours }
plan-planned = المخطط لهذه السنة · { $hours }
plan-real = ما تم فعلًا · { $hours }
plan-young = وقت الشاب هو وقت شخص واحد.
plan-effort = أفعال الفريق بعد التخطيط: { $taps }. جلسات فيها استطلاع: { $sessions }. المطلوب: 0.
plan-agreed = موافقة في { $date } من { $by }: { $survey }
plan-overload = عمل كثير: لدى { $owner } في { $month } { $hours }. هذا أكثر من { $limit }. هل يمكن تأجيل شيء، أو هل يمكن أن يساعد أحد؟
plan-unreachable = لا تصل تذكرة إلى { $owner }: ليس لهذا الاسم حساب هنا، أو لا يمكن الوصول إليه.

# The reminder, to the owner only
plan-reminder = قريبًا: { $title }، في { $date }
plan-reminder-only = لا تصل هذه الرسالة إلى أي شخص آخر. هذا الموعد في الجدول الزمني لـ { $organisation }.

# In private: buttons, questions, and what became of it
plan-button-done = تم
plan-button-move = نقل
plan-button-owner = من يقوم به؟
plan-button-hours = الساعات
plan-button-person = لمن تُحسب الساعات؟
plan-button-drop = إلغاء
plan-button-back = إلى الجدول الزمني
plan-button-not = لا داعي
plan-five-done = أُضيفت المواعيد الخمسة. يمكن تغيير الأيام.
plan-button-five = إضافة المواعيد الخمسة الثابتة
plan-button-add = إضافة شيء
plan-button-earlier = السابق
plan-button-later = التالي
plan-button-address = في تقويمي
plan-owner = من: { $owner }
plan-owner-none = من: لا أحد بعد
plan-whose = تُحسب لـ { $person }: { $hours }
plan-person-young = شاب
plan-person-worker = فريق الشباب
plan-person-coach = المدرب
plan-person-third = شخص من الخارج
plan-own = المهام الخاصة لدى { $organisation }
plan-own-none = لا توجد مهام الآن.
plan-no-sessions = لا توجد جلسات في سنة العمل هذه. من دون جلسات لا يسأل Pols شيئًا.
plan-coach-five = سنة العمل هذه من دون المدرب. هنا المواعيد الثابتة الخمسة.
plan-ask-real = كم ساعة كانت فعلًا؟ بالنقر أو بكتابة رقم. 1.5 تعني ساعة ونصف.
plan-ask-planned = كم ساعة يحتاج هذا تقريبًا؟ بالنقر أو بكتابة رقم. 1.5 تعني ساعة ونصف.
plan-ask-day = إلى أي يوم؟ بالنقر أو بكتابة اليوم، مثل 15/12.
plan-ask-reason = لماذا أُلغي هذا؟ بالنقر أو بكتابة بضع كلمات، من دون أسماء شباب.
plan-ask-owner = من يقوم بهذا؟ بالنقر على اسم أو بكتابة اسم.
plan-ask-person = لمن تُحسب هذه الساعات؟
plan-ask-new = ماذا يُضاف؟ اليوم ثم ما يحدث، مثل: 15/12 إعداد ملصق
plan-hours-unknown = لا أعرف
plan-reason-time = لا يوجد وقت
plan-reason-needless = لم يعد ضروريًا
plan-reason-next-year = سنة العمل القادمة
plan-write = الكتابة هنا
plan-saved = ✔ تم الحفظ
plan-gone = لم يعد هذا الموعد في الجدول الزمني. الأمر ‎/tijdlijn‎ يعرض ما فيه.
plan-over = هذا الموعد تم أو أُلغي من قبل. لم يتغير شيء.
plan-bad-date = هذا اليوم غير ممكن. الأيام الممكنة من { $first } إلى { $last }.
plan-bad-text = المطلوب من 1 إلى 60 حرفًا.
plan-bad-hours = هذا ليس عدد ساعات. المطلوب رقم، مثل 2 أو 1.5.
plan-bad-new = اليوم أولًا ثم ما يحدث، مثل: 15/12 إعداد ملصق
plan-address = الجدول الزمني في التقويم الخاص
plan-address-how = يُنسخ هذا العنوان، ثم يُلصق في التقويم عند "اشتراك" أو "إضافة عبر الرابط". ما يتغير هنا يتغير هناك أيضًا.
plan-address-privacy = كل من لديه هذا العنوان يرى الجدول الزمني. لا توجد فيه موضوعات ولا أسماء شباب.

# In a calendar of one's own
plan-calendar = الجدول الزمني { $organisation }
plan-calendar-asked = يسأل Pols الشباب شيئًا حول هذه الجلسة. لا حاجة إلى فعل شيء.

# On the page
plan-heading = الجدول الزمني
plan-change = تغيير: { $title }
plan-field-real = كم ساعة كانت فعلًا؟ يمكن تركه فارغًا.
plan-field-day = أي يوم؟
plan-field-owner = من يقوم به؟ اسم.
plan-field-planned = كم ساعة يحتاج هذا تقريبًا؟
plan-field-reason = لماذا أُلغي؟ من دون أسماء شباب.
plan-field-what = ماذا يحدث؟
plan-field-move = إلى هذا اليوم
