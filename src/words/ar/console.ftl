# The coach's page. B1. To be checked by a native speaker before use.
coach-example = منظمة تجريبية
coach-example-note = هذا مثال لتجربة Pols. الإجابات ليست حقيقية.
coach-news = يوجد جديد في الأسئلة المفتوحة أو في الملخصات.
coach-adjust = تعديل

coach-faults = يوجد خطأ في الإعدادات
coach-faults-note = يواصل Pols العمل بآخر نسخة سليمة. الرجاء إظهار هذا لمن يدير الملفات.

# Open rounds.
coach-open = مفتوح الآن
coach-open-none = لا توجد أسئلة مفتوحة الآن.
coach-open-about = { $series }، { $date }
coach-open-until = مفتوح حتى { $time }
coach-open-no-counts = لا نُظهر عدد الشباب الذين أجابوا. يظهر ذلك في الملخص.
coach-open-nobody = لا أحد يشارك بعد، ولذلك لم تصل هذه الأسئلة إلى أحد. الرجاء نشر رابط المشاركة أولًا.
coach-close = إغلاق الآن وإعداد الملخص
coach-close-note = من لا يزال يجيب لن يتمكن من المتابعة. لا يتغير الملخص بعد ذلك.
coach-examples = إجابات من اثني عشر شابًا تجريبيًا
coach-examples-note = هذه بيانات تجريبية. ويذكر الملخص ذلك أيضًا.

# Digests.
coach-digests = الملخصات
coach-digests-none = لا يوجد ملخص بعد. يظهر هنا وحده عند إغلاق الأسئلة.
coach-digest-answer = الإجابة
coach-digest-count = العدد
coach-digest-older = ملخصات أقدم

# Sessions.
coach-sessions = الجلسات
coach-hold = عقد جلسة الآن
coach-hold-note = ينشئ Pols جلسة تنتهي الآن. أسئلة ما بعد الجلسة تُرسل فورًا.
coach-sessions-soon = الآن وقريبًا
coach-sessions-soon-none = لا توجد جلسة مخططة.
coach-sessions-past = السابقة
coach-sessions-more = جلسات أخرى: { $count }
coach-session-now = جارية الآن
coach-session-cancelled = أُلغيت
coach-session-theme = الموضوع: { $theme }
coach-session-headcount = الحاضرون: { $count }
coach-add = إضافة جلسة
coach-series = السلسلة
coach-starts = تبدأ في
coach-theme = الموضوع
coach-theme-hint = بضع كلمات. دون أسماء.
coach-optional = يمكن تركه فارغًا
coach-headcount = عدد الحاضرين
coach-headcount-hint = العدد يشمل كل من حضر، حتى من لا يجيب عن الأسئلة.
coach-save-headcount = حفظ العدد
coach-save-theme = حفظ الموضوع
coach-move = نقل
coach-move-hint = تنتقل الأسئلة معها.
coach-cancel = إلغاء هذه الجلسة
coach-cancel-note = لا تصل إلى الشباب أسئلة عن هذه الجلسة.
coach-end = إنهاء الآن
coach-end-note = أسئلة ما بعد الجلسة تُرسل فورًا.

# Surveys.
coach-surveys = ما نسأل عنه
coach-survey-agreed = متفق عليه
coach-survey-changed = تغيّر: يعمل كما اتُّفق عليه، والتغيير ينتظر الموافقة
coach-survey-waiting = ينتظر الموافقة: لا يُسأل شيء بعد
coach-survey-how = { $series } · الطريقة: { $method }

# Joining and channels.
coach-join = المشاركة
coach-join-how = يمكن للشباب مسح هذا الرمز أو فتح الرابط. المشاركة حرة.
coach-join-none = لم تُضبط أي قناة بعد.
coach-channel-web = صفحة الويب
coach-channel-telegram = Telegram
coach-channel-discord = Discord
coach-qr = رمز QR للمشاركة عبر { $channel }
coach-qr-save = حفظ رمز QR
coach-places = أين تصل الملخصات
coach-places-here = دائمًا في هذه الصفحة.
coach-place-linked = رُبطت في { $date }
coach-place-gone = لم يعد الوصول إليها ممكنًا: يجب ربطها من جديد
coach-place-join = للمشاركة
coach-link = ربط قناة للمدرب
coach-link-join = ربط قناة للمشاركة
coach-link-how = يُكتب هذا في المجموعة أو القناة التي Pols عضو فيها:
coach-link-until = يعمل الرمز مرة واحدة، حتى { $time } (30 دقيقة).

coach-quiet = ساعات الهدوء
coach-quiet-how = بين { $from } و{ $until } لا نرسل رسائل إلى الشباب. ما كان جاهزًا يُرسل بعد ذلك. صفحة الويب لا ترسل شيئًا: من يفتحها يستطيع الإجابة دائمًا.

# What became of a wish.
coach-done-hold = عُقدت الجلسة وأُرسلت الأسئلة.
coach-done-add = أُضيفت الجلسة.
coach-done-move = نُقلت الجلسة.
coach-done-cancel = أُلغيت الجلسة. لن يُسأل شيء عنها.
coach-done-end = أُنهيت الجلسة.
coach-done-headcount = حُفظ عدد الحاضرين.
coach-done-theme = حُفظ الموضوع.
coach-done-close = أُغلقت الأسئلة. الملخص أدناه.
coach-done-examples = أجاب اثنا عشر شابًا تجريبيًا.

# Why a wish cannot be granted, and what to do.
desk-no-organisation = لا نعرف هذه المنظمة. الرجاء التحقق من الاسم.
desk-no-series = هذه السلسلة غير موجودة. الرجاء اختيار سلسلة من القائمة.
desk-no-session = هذه الجلسة لم تعد موجودة. الرجاء تحديث القائمة والاختيار من جديد.
desk-no-survey = هذا الاستطلاع غير موجود. الرجاء النظر في قائمة الاستطلاعات.
desk-no-round = لا نعرف هذه الأسئلة. الرجاء تحديث القائمة والاختيار من جديد.
desk-bad-time = هذا الوقت غير صالح. المطلوب يوم وساعة، مثل 2026-12-09T14:00.
desk-bad-headcount = المطلوب عدد صحيح من 1 إلى 1000.
desk-bad-theme = المطلوب موضوع من 1 إلى 60 حرفًا.
desk-session-over = انتهت هذه الجلسة. لا يمكن تغيير ذلك.
desk-session-cancelled = أُلغيت هذه الجلسة. يمكن إنشاء جلسة جديدة.
desk-round-over = أُغلقت هذه الأسئلة من قبل. الرجاء النظر في الملخصات.
desk-not-an-example = هذا ممكن لمنظمة تجريبية فقط. الإجابات الحقيقية تأتي من الشباب أنفسهم.
desk-nothing-asked = لم يُتفق على شيء لهذه اللحظة من هذه السلسلة. يجب تسجيل موافقة أولًا.
desk-no-digest = لا يوجد ملخص بعد. يأتي بعد إغلاق الأسئلة.

coach-tally = العدّ على الورق
coach-tally-how = هل كان هناك من لا يملك هاتفًا أو من هو صغير السن؟ تُعدّ الإجابات على الورق وتُكتب هنا، حتى أسبوع بعد الإغلاق. نحتفظ بها على حدة: لا تدخل في الملخص ولا تُخلط أبدًا بإجابات الشباب.
coach-tally-keep = حفظ العدّ
coach-done-tally = حُفظ العدّ.
desk-tally-late = أُغلقت هذه الأسئلة منذ أكثر من أسبوع. لم يعد ممكنًا إضافة العدّ.
desk-tally-number = أحد الأعداد غير صحيح. المطلوب في كل مكان عدد صحيح من 0 إلى 1000، أو تركه فارغًا. لم يُحفظ شيء.
desk-tally-headcount = عدد من أُحصوا { $people }، لكن الحاضرين كانوا { $headcount }. تُراجع الأعداد، أو يُعدّل عدد الحاضرين أولًا. لم يُحفظ شيء.

coach-feedback = قلتم، ونحن نفعل
coach-feedback-how = يُقال هنا ما يحدث بالإجابات. تصل الرسالة إلى كل من شارك، بلغته حيث تُكتب. ليس ذلك إلزاميًا، والأسئلة التالية لا تنتظره.
coach-feedback-said = قلتم
coach-feedback-doing = نحن نفعل
coach-feedback-cannot = هذا غير ممكن الآن، لأن
coach-feedback-todo = لم يُرسل بعد
coach-feedback-sent = أُرسل في { $date }
coach-feedback-languages = بلغات أخرى أيضًا
coach-feedback-send = إرسال إلى من شارك
coach-feedback-once = تُرسل مرة واحدة ولا يمكن تغييرها بعد ذلك.
coach-done-feedback = هي في الطريق إلى من شارك.
desk-feedback-half = المطلوب بالهولندية: ما قالوه وما ستفعلونه، وكل منهما 200 حرف على الأكثر. وإن بدأت لغة أخرى فتُكمل أيضًا. لم يُرسل شيء.
desk-feedback-sent = كُتب عن هذا الملخص من قبل. لم يُرسل شيء.
desk-feedback-late = مرّ على هذا الملخص أكثر من 60 يومًا. لم يُرسل شيء.
