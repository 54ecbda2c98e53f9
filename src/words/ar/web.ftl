# The web pages for young people. A2. To be checked by a native speaker before use.
web-here = أسئلتك
web-waiting = لا يوجد سؤال الآن.
web-waiting-stay = يمكنك ترك هذه الصفحة مفتوحة. السؤال الجديد يظهر هنا وحده.
web-look = هل يوجد سؤال جديد؟
web-nobody = لا توجد مشاركة على هذا الجهاز بعد.
web-nobody-do = هل وصلك رابط أو رمز QR من المنظمة؟ الرجاء فتحه من جديد.
web-news = يوجد شيء جديد في هذه الصفحة.
web-offline = لم ينجح ذلك. لم يُحفظ شيء. الرجاء المحاولة من جديد.
web-no-line = لا يوجد اتصال. ستُرسل إجابتك عندما يعود الاتصال. الرجاء ترك هذه الصفحة مفتوحة.
web-limit = { $max } حرف على الأكثر.
web-empty = لا يوجد شيء في هذا الحقل بعد. يمكن كتابة شيء، أو التخطي.
web-too-long = هذا طويل جدًا: { $length } حرف. الحد الأقصى { $max }. النص ما زال هنا. الرجاء اختصاره.
web-too-much = هذا نص كثير جدًا.
web-too-much-do = لم يُحفظ شيء. الرجاء الرجوع واختصار النص.
web-keep = حفظ إجابتي
web-help = مساعدة
web-privacy = من يرى ماذا؟
web-stop = إيقاف كل الأسئلة
web-more = المزيد
web-language = لغة أخرى
web-pause = راحة لمدة شهر
web-settings = الإعدادات
web-my-data = ما المحفوظ عني؟
web-erase = محو كل شيء عني
web-propose = تقديم اقتراح

# Joining.
web-language-name = العربية
web-languages = اختيار اللغة
web-joining = المشاركة
web-join-title = المشاركة مع { $organisation }؟
web-join-unknown = لا نعرف هذا الرابط.
web-join-unknown-do = ربما لم يُنسخ كاملًا. الرجاء طلب رابط جديد من المنظمة.
web-join-expired = هذا الرابط لم يعد يعمل.
web-join-expired-do = الرجاء طلب رابط جديد من المنظمة.

# One open question, for who answers the rest in a chat.
web-write = إجابتك
web-write-kept = تم الحفظ.
web-write-kept-do = يمكنك الرجوع إلى المحادثة.
web-write-helped = الرجاء النظر في المحادثة.
web-write-helped-do = ستجد هناك الآن من يمكنه مساعدتك.
web-write-unknown = لا نعرف هذا الرابط.
web-write-unknown-do = الرجاء الرجوع إلى المحادثة والضغط على الزر من جديد.
web-write-expired = أُغلق هذا السؤال.
web-write-expired-do = لم يُحفظ شيء. لا حاجة إلى فعل أي شيء آخر.

# A device that goes from hand to hand.
tablet-title = أسئلة على هذا الجهاز
tablet-hello = هل تريد الإجابة عن بضعة أسئلة قصيرة؟
tablet-hello-how = الأسئلة عن { $organisation }. لا شيء إلزامي. من يأتي بعدك لا يرى ما اخترت.
tablet-begin = البدء
tablet-nothing = لا يوجد سؤال على هذا الجهاز الآن.
tablet-nothing-do = الرجاء سؤال المشرف متى تبدأ الأسئلة.
tablet-alias = الرجاء اختيار كلمة يسهل تذكرها لاحقًا، أو المتابعة دون كلمة.
tablet-alias-why = الرجاء استعمال الكلمة نفسها في البداية وفي النهاية. هكذا نرى إن تغيّر شيء. الرجاء عدم استعمال الاسم.
tablet-alias-field = كلمتك
tablet-alias-go = المتابعة بهذه الكلمة
tablet-alias-without = المتابعة دون كلمة
tablet-alias-taken = الرجاء اختيار كلمة أخرى. هذه الكلمة مستعملة.
tablet-alias-short = الرجاء اختيار كلمة من حرفين على الأقل.
tablet-what = سأطرح الآن بضعة أسئلة قصيرة عمّا يحدث هنا.
tablet-stop-how = للتوقف: الضغط في الأسفل على «{ tablet-wipe }». عندها يُمحى كل شيء فورًا.
tablet-shared = هذا الجهاز للجميع. من يأتي بعدك لا يرى ما اخترت. لا حاجة إلى حساب.
tablet-rights = بعد السؤال الأخير لا يمكننا معرفة ما يخصك. لمحو كل شيء: الضغط على «{ tablet-wipe }» قبل السؤال الأخير.
tablet-once = لن نرسل إليك شيئًا لاحقًا: لا نعرف كيف نصل إليك.
tablet-wipe = التوقف ومحو إجاباتي
tablet-next = الشخص التالي
tablet-thanks = انتهى. شكرًا.
tablet-thanks-do = يمكنك تمرير الجهاز.
tablet-no = حسنًا، دون مشاركة.
tablet-no-do = لا نحفظ شيئًا عنك. يمكنك تمرير الجهاز.
tablet-under-13 = شكرًا على الصراحة.
tablet-under-13-do = المشاركة هنا ممكنة ابتداءً من 13 سنة. لا نحفظ شيئًا عنك. رأيك مهم: يمكن قوله للمشرف، وهو يستطيع احتسابه.
tablet-not-here = المشاركة غير ممكنة الآن.
tablet-not-here-do = ليس الأمر بسببك: هذه الأسئلة لأعمار أخرى. لا نحفظ شيئًا عنك.
tablet-wiped = تم التوقف والمحو.
tablet-wiped-do = لم يبقَ شيء مما أدخلته. يمكنك تمرير الجهاز.
tablet-coach = جهاز ينتقل من يد إلى يد
tablet-coach-how = لمن ليس معه هاتف. الرجاء فتح هذا الرابط على جهاز لوحي أو هاتف للمنظمة وتمرير الجهاز. بعد الانتهاء: الضغط على «{ tablet-next }». الرجاء عدم النظر إلى الشاشة.

# Pages that only say something.
web-what = Pols يطرح أسئلة قصيرة على الشباب.
web-what-how = بعد النشاط يسأل Pols بنقرات قليلة كيف كان. المشرف يرى أرقام المجموعة فقط. المشاركة حرة.
web-what-link = هل تريد المشاركة؟ الرجاء فتح الرابط أو رمز QR من المنظمة.
web-examples = تجربة مع مثال
web-not-found = هذه الصفحة غير موجودة.
web-not-found-do = الرجاء التحقق من العنوان، أو فتح الرابط الذي وصلك من جديد.
web-error = حدث خطأ عندنا.
web-error-do = ربما لم يُحفظ ما فعلته الآن. الرجاء الرجوع والمحاولة لاحقًا.
web-busy = Pols يبدأ العمل أو يتوقف قليلًا.
web-busy-do = لم يُحفظ ما فعلته الآن. الرجاء الرجوع والمحاولة بعد دقيقة.
web-bad-form = هذه الاستمارة لم تعد صالحة.
web-bad-form-do = لم يُحفظ شيء. الرجاء فتح الصفحة من جديد والمحاولة مرة أخرى.
