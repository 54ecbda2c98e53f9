## الإجابات المفتوحة، وما يصل منها إلى قناة. لمن يراجع الإجابات ولمن يشارك في المراجعة. B1.

answers-title = الإجابات المفتوحة لدى { $organisation }
answers-count = { $count ->
    [0] لا شيء للقراءة.
    [one] إجابة واحدة لم تُقرأ بعد.
   *[other] إجابات لم تُقرأ بعد: { $count }.
}
answers-waiting = { $count ->
    [0] لا شيء ينتظر مراجعة ثانية.
    [one] نص واحد ينتظر مراجعة ثانية.
   *[other] نصوص تنتظر مراجعة ثانية: { $count }.
}
answers-how = القراءة واحدة بعد واحدة، بترتيب عشوائي. لا يظهر من كتب ولا متى. لا يذهب شيء تلقائيًا إلى أي قناة.
answers-private = تُقرأ الإجابات المفتوحة فقط في محادثة خاصة أو على صفحتك الخاصة.
answers-read = قراءة
answers-approve = مراجعة النصوص
answers-out = ما هو في القناة أو سيصل إليها
answers-back = رجوع
answers-next = التالي
answers-none = قُرئت كل الإجابات.
answers-not-here = بقي شيء لا نعرضه في Discord. يمكن فتحه على صفحتك الخاصة أو في Telegram.
answers-some-activity = نشاط
answers-names = قد يكون فيها اسم. هو مخفي.
answers-show-names = إظهار المخفي
answers-few = لا نصنع منها اقتباسًا: المجموعة صغيرة جدًا، أو كتب عدد قليل جدًا. هكذا لا يمكن التعرّف على أحد.
answers-sensitive = هذا السؤال حسّاس. لا يمكن الاقتباس الحرفي. يمكن قوله بكلماتك.
answers-quote = طلب اقتباس
answers-paraphrase = إعادة صياغة
answers-leave = تركها كما هي
answers-erase = حذف
answers-erase-sure = حذف هذه الإجابة؟
answers-erase-what = تُحذف الكلمات، وكل اقتباس منها حتى لو كان في قناة. يبقى في السجل أن شيئًا حُذف، بدون ما هو أو لمن.
answers-erase-yes = نعم، حذف
answers-erase-no = لا، رجوع
answers-erased = حُذفت.
answers-kept = تبقى كما هي.
answers-taken = تعامل معها أحد الزملاء من قبل. لم يتغيّر شيء.
answers-gone = لم تعد هذه الإجابة موجودة، أو لا يمكن قراءتها هنا. لم يتغيّر شيء.
answers-write = كتابة
answers-write-field = النص
answers-write-shorter = هذا أطول من أن يكون اقتباسًا. المطلوب نص أقصر: { $max } حرفًا على الأكثر. من كتبها يقرأ النص قبل أن يذهب إلى أي مكان.
answers-write-anew = المطلوب النص كما سيظهر: { $max } حرفًا على الأكثر. من كتبها يقرأ النص قبل أن يذهب إلى أي مكان.
answers-write-language = المطلوب نص بلغة المنظمة، { $max } حرفًا على الأكثر. هكذا لا تكشف اللغة من كتب. من كتبها يقرأ النص قبل أن يذهب إلى أي مكان.
answers-write-own = المطلوب قولها بكلماتك، { $max } حرفًا على الأكثر، بدون نقل جمل: الأسلوب يكشف صاحبه.
answers-write-rules = بدون أسماء أو أماكن أو أعمار أو حسابات. المهلة ساعة واحدة للكتابة.
answers-not-now = ليس الآن
answers-rewrite = صياغة أخرى
answers-text-empty = لا يوجد شيء بعد.
answers-text-long = هذا طويل جدًا. { $max } حرفًا على الأكثر.
answers-text-script = المطلوب نص بلغة المنظمة، { $max } حرفًا على الأكثر. وإلا كشفت اللغة من كتب.
answers-covered = أخفينا ما قد يكون اسمًا أو رقمًا أو حسابًا أو عمرًا.
answers-draft-quote = هكذا سيكون الاقتباس:
answers-draft-paraphrase = هكذا سيظهر، بكلماتك:
answers-then-quote = من كتبها يقرأ هذا ويختار نعم أو لا. ثم يراجعه أحد الزملاء. يصل إلى القناة بعد يوم على الأقل.
answers-then-paraphrase = يراجعه أحد الزملاء. يصل إلى القناة بعد يوم على الأقل.
answers-ask = طلبها هكذا
answers-hand-on = تمريرها
answers-asked = السؤال في الطريق. إذا كان الجواب لا، أو لم يأتِ جواب، فلن يظهر شيء.
answers-handed-on = مُرّرت. سيراجعها أحد الزملاء.

# المراجعة الثانية.
answers-look-quote = وافق أحد الشباب على أن يُقرأ هذا:
answers-look-paraphrase = بكلمات أحد الزملاء:
answers-look-for = هل يمكن أن يعرف أحد من هذا من هو؟ انتباه للأسماء والأماكن وحدث معيّن وطريقة الكلام.
answers-yes = موافقة
answers-no = عدم النشر
answers-own = هذا النص من اختيارك. يجب أن يراجعه شخص آخر.
answers-own-waiting = { $count ->
    [one] نص واحد من اختيارك ينتظر شخصًا آخر.
   *[other] نصوص من اختيارك تنتظر شخصًا آخر: { $count }.
}
answers-no-quotes = لا شيء للمراجعة الآن.
answers-approved = تمت الموافقة. يصل إلى القناة { $time }، في رسالة مستقلة.
answers-quote-gone = لم يعد هذا النص موجودًا. لم يتغيّر شيء.
answers-quote-taken = راجع أحد الزملاء هذا النص من قبل.
answers-out-title = في القناة، أو في الطريق إليها:
answers-out-none = لا شيء في القناة، ولا شيء في الطريق.
answers-out-posted = في القناة
answers-out-soon = سيصل
answers-withdraw = سحب رقم { $number }
answers-withdraw-sure = سحب هذا النص؟ ستقول القناة عندها إن كلمات سُحبت.
answers-withdraw-yes = نعم، سحب
answers-withdrawn = سُحب.
