## مكتبة الطرق: البحث، قراءة بطاقة، والخطأ في ملف بطاقة. B1.
method-heading = طرق لنعرف معًا ما يعنيه شيء ما
method-free = يمكن الاطلاع عليها. لا يلزم استعمال أي منها.
method-all = { $count ->
    [one] توجد طريقة واحدة.
    [two] توجد طريقتان.
    [few] توجد { $count } طرق.
   *[other] توجد { $count } طريقة.
}
method-fit = { $count ->
    [one] طريقة واحدة: { $chosen }
    [two] طريقتان: { $chosen }
    [few] { $count } طرق: { $chosen }
   *[other] { $count } طريقة: { $chosen }
}
method-none = لم توجد أي طريقة. يمكن البحث بكلمات أخرى أو اختيار شروط أقل.
method-quoted = «{ $words }»
method-too-many = { $count ->
    [one] بقيت طريقة واحدة. يمكن البحث بكلمة إضافية.
   *[other] عدد الطرق الباقية: { $count }. يمكن البحث بكلمة إضافية.
}
method-by-aspect = عمّ تتحدث
method-by-time = كم تحتاج من الوقت
method-by-group = لمن هي
method-by-words = البحث عن كلمة
method-show-all = عرض الكل
method-show-fit = عرض هذه الطرق
method-anew = البدء من جديد
method-page = فتح المكتبة كصفحة
method-ask-aspect = عمّ يجب أن تتحدث؟
method-ask-time = كم من الوقت يمكن أن تحتاج؟
method-ask-group = لمن تبحثون؟
method-which-words = ما الكلمة المطلوبة؟
method-counted = { $label } ({ $count })
method-line = { $title }: { $measures }
method-own = { $title } (لكم)
method-more = التالي
method-fewer = السابق
method-search = بحث آخر
method-back = رجوع
method-gone = لم تعد هذه الطريقة في المكتبة.
method-stays = لا تسمح الرخصة بأن تخرج هذه الطريقة من هنا.
method-file = البطاقة كملف
method-file-here = هذه هي البطاقة «{ $title }». يمكن طباعتها أو إرسالها.
method-open-elsewhere = رؤيتها في مكانها
method-fact = { $label }: { $text }
method-kind-questions = استبيان: يمكن أن يطرحه Pols.
method-kind-activity = نشاط: تقومون به بأنفسكم، دون Pols.
method-kind-link = إحالة: هذه الطريقة ليست هنا.
method-for = لمن
method-about = الموضوع
method-groups = تناسب
method-time = الوقت
method-time-both = دقائق الشباب: { $young }، دقائق فريق العمل: { $staff }
method-time-staff = دقائق فريق العمل: { $staff }، ولا شيء للشباب
method-items = الأسئلة
method-items-count = { $count ->
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
   *[other] { $count } سؤالًا
}
method-scale = الإجابات
method-languages = اللغات
method-languages-unread = { $all }. لم يراجعها بعد شخص نشأ مع اللغة: { $unread }.
method-language-nl = الهولندية
method-language-en = الإنجليزية
method-language-fr = الفرنسية
method-language-ar = العربية
method-accessibility = سهولة الاستعمال للجميع
method-care = ما يجب ترتيبه أولًا
method-where = توجد هنا:
method-questions = الأسئلة
method-open = بكلمات حرة
method-tally = ورقة العدّ
method-how = كيفية العمل
method-without-bot = كيفية العمل دون Pols
method-example = مثال
method-rights = المصدر والرخصة والإصدار
method-source = المصدر
method-credit = شاركها
method-licence = الرخصة
method-licence-none = لا توجد رخصة. من دون رخصة لا يمكن مشاركة هذه الطريقة.
method-licence-name = { $name }.
method-may-free = التغيير مسموح.
method-may-marked = التغيير مسموح مع ذكر ما تغيّر.
method-may-none = لا يُسمح بتغيير أي شيء.
method-may-share = النقل إلى الآخرين مسموح.
method-not-share = لا يُسمح بنقلها إلى الآخرين.
method-not-share-link = لا يُسمح لنا بنقلها.
method-not-commercial = ليست لتحقيق الربح.
method-forbids = تنبيه
method-validated = مقياس مدروس
method-origin = مأخوذة من
method-parent = { $title }، الإصدار { $version }، من { $credit }
method-version = الإصدار
method-changes = ما الذي تغيّر
method-aspect-feeling = المشاعر
method-aspect-meaning = المعنى
method-aspect-belonging = الانتماء
method-aspect-voice = إبداء الرأي
method-aspect-learning = التعلّم
method-aspect-change = التغيير
method-aspect-wellbeing = الراحة النفسية
method-aspect-goals = الأهداف الخاصة
method-aspect-volunteering = العمل التطوعي
method-aspect-asking = تلقي الأسئلة
method-time-5 = حتى 5 دقائق
method-time-15 = حتى 15 دقيقة
method-time-more = أكثر من 15 دقيقة
method-time-light = وقت قليل جدًا لفريق العمل
method-group-everybody = الجميع
method-group-accessible = من يفضّل شيئًا قصيرًا وواضح الخطوات
method-group-small-group = مجموعات صغيرة
method-group-large-group = مجموعات كبيرة
method-group-under-13 = أقل من 13 سنة
method-group-sixteen-up = من 16 سنة
method-group-staff = فريق العمل
method-library = الطرق
method-any = الكل
method-do-search = بحث
method-list = كل الطرق
method-take = للأخذ
method-file-md = البطاقة للقراءة أو الطباعة
method-file-yaml = البطاقة بصيغة YAML لمكتبة خاصة
method-file-json = البطاقة بصيغة JSON لبرامج أخرى
method-look = عرض الطرق
check-card-language = تنقص { check-lang-name } في “{ $name }”. نصوص أخرى في هذه البطاقة موجودة بهذه اللغة: يجب إضافة “{ $language }”.
check-card-no-how = النشاط يتم دون Pols. اكتبوا في withoutBot كيف يتم.
check-card-items = فقط طريقة من نوع link تذكر في items عدد أسئلتها. احذفوا items.
check-card-changelog-ahead = هذا الإصدار في changelog غير موجود بعد: البطاقة في الإصدار { $version }. ارفعوا version أو ضعوا هنا رقمًا أصغر.
check-card-changelog-order = ضعوا الإصدار الأحدث أولًا في changelog، وكل إصدار مرة واحدة.
