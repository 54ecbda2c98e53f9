## الاقتراحات والموافقات وإيقاف الاستطلاعات مؤقتًا. لمن لديه دور (B1).

# What a survey is.
agree-about = الموضوع: { $aspect }
agree-method = الطريقة: { $method } (عدد الأسئلة: { $count })
agree-when = الوقت: { $when } مدة الإجابة: { $window }.
agree-at-start = في بداية كل جلسة من { $series }.
agree-at-end = في نهاية كل جلسة من { $series }.
agree-after = بعد { $time } من كل جلسة من { $series }.
agree-reminder = التذكير: واحد فقط، بعد { $time }، لمن لم يضغط بعد.
agree-no-reminder = التذكير: لا يوجد.
agree-who = لمن: { $who }
agree-of-present = من كان حاضرًا.
agree-of-subscribers = كل من يشارك.
agree-presence-ask = إذا لم يكن الحضور مؤكدًا، يأتي أولًا السؤال عن الحضور.
agree-where = أين: { $where }
agree-channels-all = على كل قناة يشارك فيها الشباب.
agree-channels-only = فقط عبر { $channels }.

# What changed.
agree-changes = ما الذي يتغير
agree-changes-more = وتغييرات أخرى عددها { $count }. التجربة تُظهر كل شيء.
agree-changes-until = إلى أن تأتي الموافقة، يبقى كل شيء كما اتُّفق عليه.
agree-diff = { $what }: كان «{ $before }»، ويصبح «{ $after }»
agree-what-aspect = الموضوع
agree-what-method = الطريقة
agree-what-when = الوقت
agree-what-window = مدة الإجابة
agree-what-reminder = التذكير
agree-what-who = لمن
agree-what-where = أين
agree-diff-question = السؤال { $number }: كان «{ $before }»، ويصبح «{ $after }»
agree-diff-question-new = سؤال جديد: «{ $question }»
agree-diff-question-gone = يُحذف هذا السؤال: «{ $question }»
agree-diff-meaning = شرح السؤال { $number }: كان «{ $before }»، ويصبح «{ $after }»
agree-diff-option = خيار في السؤال { $number }: كان «{ $before }»، ويصبح «{ $after }»
agree-diff-option-new = خيار جديد في السؤال { $number }: «{ $option }»
agree-diff-option-gone = يُحذف هذا الخيار من السؤال { $number }: «{ $option }»
agree-diff-order = يتغير ترتيب الأسئلة.
agree-diff-rules = السؤال { $number } يعمل بطريقة أخرى: «{ $question }». التجربة تُظهر ذلك.
agree-diff-set = يتغير شيء في طريقة عرض الأسئلة. التجربة تُظهر ذلك.

# A proposal, and what became of it.
agree-head = اقتراح استطلاع لدى { $organisation }، من { $name }
agree-head-draft = مسودة استطلاع لدى { $organisation }: لم تُقترح بعد
agree-head-agreed = ✔ موافقة لدى { $organisation }، من { $name }، في { $day }
agree-head-declined = الأفضل لا: جواب { $name } عن { $organisation }، في { $day }
agree-head-withdrawn = سُحب من { $name } في { $day }، لدى { $organisation }
agree-head-overtaken = تغيّر هذا الاقتراح لدى { $organisation }. لم تعد هذه النسخة سارية.
agree-note = { $name }: { $text }
agree-foot = لا شيء يبدأ دون موافقة. عدم الرد ليس موافقة.
agree-foot-draft = المسودة لا تسأل الشباب شيئًا. يجب أولًا اقتراحها، ثم موافقة شخص آخر.
agree-try = تجربة
agree-yes = موافقة
agree-ask = طرح سؤال
agree-say = رد
agree-no = الأفضل لا
agree-withdraw = سحب الاقتراح
agree-propose = اقتراح
agree-look = عرض
agree-ask-how = المطلوب كتابة السؤال أو الملاحظة في رسالة واحدة. تصل إلى المعنيين.
agree-ask-field = السؤال أو الملاحظة
agree-asked = أُرسلت الرسالة. لم يتغير شيء آخر.
agree-late = لم يأت رد على هذا الاقتراح بعد
agree-late-how = ينتظر منذ أسبوع. لا شيء يتغير: دون موافقة لا يبدأ شيء. يمكن الحديث عنه أو تركه أو سحبه.
agree-note-new = هناك رسالة حول اقتراح
agree-note-where = تُقرأ في الصفحة تحت عنوان ما نسأل عنه، أو في محادثة خاصة مع البوت.
agree-proposed = تم الاقتراح. { $leads ->
    [0] لا أحد يستطيع الموافقة بعد. المطلوب دعوة شخص مسؤول.
   *[other] عدد من يستطيع الموافقة الآن: { $leads }.
}
agree-told-paused = توقف مؤقت منذ { $day }، لدى { $organisation }. لا يُسأل شيء.
agree-told-resumed = يستمر منذ { $day }، لدى { $organisation }.
agree-told-stopped = توقف في { $day }، لدى { $organisation }. لن يُسأل شيء بعد الآن.

# The list.
agree-list = ما تسأل عنه { $organisation } الشباب
agree-list-none = لم يُتفق على شيء بعد، ولا شيء ينتظر.
agree-waiting-none = لا اقتراح ينتظر الموافقة.
agree-waiting = هذه الاقتراحات تنتظر الموافقة
agree-pause-which = ما المطلوب إيقافه، مؤقتًا أو نهائيًا؟
agree-pause-none = لا شيء يعمل الآن يمكن إيقافه مؤقتًا.
agree-row = { $mark } { $aspect } – { $state }
agree-state-agreed = متفق عليه
agree-state-changed = يعمل كما اتُّفق عليه، وتغيير ينتظر
agree-state-paused = متوقف مؤقتًا
agree-state-proposed = ينتظر الموافقة
agree-state-draft = مسودة
agree-state-none = غير متفق عليه
agree-new = اقتراح جديد
agree-log = ما اتُّفق عليه
agree-back = العودة إلى القائمة
agree-pause = إيقاف مؤقت
agree-resume = متابعة
agree-stop = إيقاف
agree-done-paused = توقف مؤقت. لن يُرسل أي سؤال. من وصله سؤال يستطيع الإجابة حتى إغلاقه.
agree-done-resumed = يستمر. الجلسة التالية تأتي معها أسئلة من جديد.
agree-done-stopped = توقف. لن يُرسل أي سؤال. البدء من جديد يحتاج اقتراحًا جديدًا.

# Trying it out.
agree-trying = هكذا يراه الشباب. هذه تجربة: لا يُحفظ شيء.
agree-try-language = لغة أخرى
agree-try-which = بأي لغة تكون التجربة؟
agree-try-again = البدء من جديد
agree-try-all = عرض كل الأسئلة
agree-try-over = انتهت هذه التجربة. يمكن البدء من جديد من الاقتراح.
agree-try-back = العودة إلى الاقتراح
agree-all = كل الأسئلة
agree-all-question = { $number }. { $question }
agree-all-open = كلمات حرة
agree-all-scale = من { $low } (0) إلى { $high } (10)
agree-all-information = شرح وليس سؤالًا

# Making a proposal.
agree-make-method = أي طريقة؟
agree-make-series = مع أي سلسلة جلسات؟
agree-make-moment = متى؟
agree-make-start = في البداية
agree-make-end = في النهاية
agree-make-after = بعد { $time }
agree-make-of = لمن؟
agree-make-present = من كان حاضرًا
agree-make-subscribers = كل من يشارك
agree-make-channels = على أي قناة؟
agree-make-all = في كل مكان
agree-make-only = فقط { $channel }
agree-make-aspect = ما المطلوب معرفته؟ في جملة واحدة، عن أمر واحد، من 200 حرف على الأكثر.
agree-make-aspect-field = ما المطلوب معرفته؟
agree-make-take = استعمال: { $measures }
agree-make-reason = عدد أسئلة هذه الطريقة { $count }، أي أكثر من ثلاثة. المطلوب كتابة السبب: من عليه الموافقة سيقرؤه.
agree-make-reason-field = لماذا أكثر من ثلاثة أسئلة؟
agree-make-reason-note = لماذا أكثر من ثلاثة أسئلة: { $reason }
agree-make-over = لم تعد هذه المسودة قيد العمل. يمكن البدء من جديد باقتراح جديد.
agree-make-none = لا توجد بعد طريقة أو سلسلة للبدء. مكانها ملفات المنظمة.

# The log.
agree-log-name = akkoorden
agree-log-title = ما اتُّفق عليه مع { $organisation }
agree-log-nothing = لم يُتفق على شيء بعد.
agree-log-proposals = كل الاقتراحات
agree-log-proposed = الاقتراح من { $name }
agree-log-agreed = الموافقة من { $name } في { $day }
agree-log-paused = توقف مؤقت منذ { $from }
agree-log-paused-until = توقف مؤقت من { $from } إلى { $until }
agree-log-ended = الإنهاء من { $name } في { $day }
agree-log-is-proposed = { $aspect }: اقتراح من { $by } في { $from }، ينتظر الموافقة
agree-log-is-agreed = { $aspect }: اقتراح من { $by } في { $from }، موافقة من { $name } في { $day }
agree-log-is-declined = { $aspect }: اقتراح من { $by } في { $from }، الأفضل لا حسب { $name } في { $day }
agree-log-is-withdrawn = { $aspect }: اقتراح من { $by } في { $from }، سحبه { $name } في { $day }
agree-log-is-overtaken = { $aspect }: اقتراح من { $by } في { $from }، تغيّر في { $day }
agree-on = ما كان ساريًا في { $day } لدى { $organisation }
agree-on-none = لم تكن أي موافقة سارية في ذلك اليوم.
agree-on-runs = { $aspect } – موافقة من { $name } في { $day }
agree-on-paused = { $aspect } – موافقة من { $name } في { $day }؛ متوقف مؤقتًا
agree-on-ended = { $aspect } – موافقة من { $name } في { $day }؛ انتهى في ذلك اليوم
agree-log-day = يوم آخر
agree-log-day-how = أي يوم؟ مثل 2026-12-09.
agree-log-day-field = اليوم، مثل 2026-12-09
agree-log-file = حفظ كملف
agree-log-here = هذا هو السجل كله، للقراءة وكجدول.
agree-nobody = لا أحد معروف
agree-door-page = صفحة المدرب
agree-door-line = سطر الأوامر
agree-column-what = ما هو
agree-column-survey = الاستطلاع
agree-column-version = النسخة
agree-column-aspect = الموضوع
agree-column-words = بكلمات بسيطة
agree-column-proposed-by = الاقتراح من
agree-column-proposed-at = تاريخ الاقتراح
agree-column-agreed-by = الموافقة من
agree-column-agreed-at = تاريخ الموافقة
agree-column-ended-by = الإنهاء من
agree-column-ended-at = تاريخ الإنهاء
agree-column-paused = التوقف المؤقت
agree-row-agreement = موافقة
agree-row-proposed = ينتظر الموافقة
agree-row-declined = الأفضل لا
agree-row-withdrawn = مسحوب
agree-row-overtaken = تغيّر

# Why nothing changed.
desk-no-name = المطلوب كتابة اسم من يقترح، من 60 حرفًا على الأكثر.
desk-same-person = من يقترح شيئًا أو يعدّه لا يوافق عليه بنفسه. المطلوب موافقة شخص آخر من المنظمة. لم يتغير شيء.
desk-agreed-already = اتُّفق على هذه النسخة من قبل. لم يتغير شيء.
desk-proposed-already = اقتُرح هذا من قبل وينتظر الموافقة. لم يتغير شيء.
desk-no-survey-proposal = هذا الاقتراح غير موجود (أو لم يعد موجودًا). لم يتغير شيء.
desk-survey-draft = هذه ما زالت مسودة: لم يقترحها أحد. لم يتغير شيء.
desk-survey-declined = جاء الرد «الأفضل لا» على هذا الاقتراح من قبل. لم يتغير شيء.
desk-survey-withdrawn = سُحب هذا الاقتراح. لم يتغير شيء.
desk-survey-overtaken = تغيّر هذا الاقتراح، فلم تعد هذه النسخة سارية. لم يتغير شيء فيما يعمل.
desk-bad-note = المطلوب من 1 إلى 400 حرف. لم يُرسل شيء.
desk-not-agreed = لا توجد موافقة سارية على هذا الآن. لم يتغير شيء.
desk-paused-already = هذا متوقف مؤقتًا من قبل. لم يتغير شيء.
desk-runs-already = هذا يعمل من قبل. لم يتغير شيء.
desk-bad-survey = في هذه المسودة شيء غير صحيح. يمكن البدء من جديد باقتراح جديد.
desk-other-scale = بداية هذه السلسلة ونهايتها تحتاجان المقياس نفسه، وإلا فلا مقارنة. المطلوب اختيار طريقة أخرى.
desk-bad-day = هذا ليس يومًا. المطلوب مثل 2026-12-09.

# On the coach's page, and on a page of the staff.
coach-survey-paused = متوقف مؤقتًا: لا يُسأل شيء الآن
coach-survey-proposed = اقتراح من { $name }: ينتظر موافقة المنظمة
coach-survey-draft = مسودة جاهزة: لم تُقترح بعد
coach-propose = اقتراح
coach-propose-note = لا شيء إلزامي. يصل الاقتراح إلى شخص مسؤول من المنظمة في محادثة خاصة، حيث يمكن تجربته، والموافقة تكون بحساب شخصي. لا موافقة ممكنة في هذه الصفحة.
coach-propose-name = من يقترح ذلك؟
coach-note-say = الرد
coach-note-send = إرسال
coach-done-propose = تم الاقتراح. القرار للمنظمة.
coach-done-withdraw = سُحب الاقتراح.
coach-done-note = أُرسلت الرسالة.
coach-log-save = حفظ ما اتُّفق عليه

# On the command line.
cli-propose = اقتراح استطلاع على منظمة. الموافقة فقط لشخص منها بحساب شخصي.
cli-proposed = تم الاقتراح: { $survey }. { $leads ->
    [0] لا أحد يستطيع الموافقة بعد: المطلوب دعوة شخص مسؤول.
   *[other] عدد من يستطيع الموافقة: { $leads }.
}
cli-agreements = عرض ما اتُّفق عليه، ومِن مَن، وفي أي يوم.
cli-opt-on = في أي يوم، مثل 2026-12-09؛ دون يوم: اليوم
cli-opt-all = السجل كله، بصيغة Markdown أو CSV
