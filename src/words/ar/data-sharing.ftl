## بيانات للآخرين: الاتفاقات وما يخرج. لمن لهم دور.

# An agreement, and what became of it.
sharing-head = اقتراح من { $name } لمشاركة بيانات { $organisation }
sharing-head-agreed = ✔ اتفاق على مشاركة بيانات { $organisation }، من { $name }، في { $day }
sharing-head-declined = من الأفضل لا: الجواب لا من { $name } باسم { $organisation }، في { $day }
sharing-head-withdrawn = سُحب الاقتراح من { $name } في { $day }، لدى { $organisation }
sharing-head-ended = توقّف في { $day }، لدى { $organisation }
sharing-head-lapsed = انتهى منذ { $day }، لدى { $organisation }
sharing-receiver = لمن: { $receiver }
sharing-purpose = الغرض: { $purpose }
sharing-all = ماذا: كل استطلاعات { $organisation } في سنة العمل { $year }
sharing-survey = ماذا: استطلاع «{ $aspect }» في سنة العمل { $year }
sharing-level-aggregates = فقط أرقام موجودة أصلًا في الملخصات. ما هو مخفي في ملخص يبقى مخفيًا.
sharing-level-rows = أيضًا أجوبة مفردة، سطر لكل استطلاع تم ملؤه. بلا أسماء وبلا نص حر وبلا أسئلة حساسة. من كل لقاء يبقى بعضها دائمًا خارجًا، بالقرعة. فقط ابتداءً من 20 شابًا وشابة.
sharing-until = حتى نهاية يوم: { $day }
sharing-foot = لا شيء يخرج بلا اتفاق. عدم الجواب ليس اتفاقًا.
sharing-foot-over = لا يخرج شيء بعد الآن. ما أُعطي سابقًا ما زال لدى المتلقي.

# The list, and what can be done.
sharing-list = مشاركة البيانات · { $organisation }
sharing-list-how = من يساعد في البحث يمكن أن يحصل على أرقام، إذا وافقت المنظمة. الاتفاق يقول لمن ولماذا وحتى متى.
sharing-list-none = لا يوجد اقتراح بعد.
sharing-new = اقتراح مشاركة
sharing-back = مشاركة البيانات
sharing-end = إيقاف هذا
sharing-end-sure = إيقاف البيانات لـ { $receiver }؟
sharing-end-how = لن يخرج شيء بعد ذلك، وكل المفاتيح تتوقف فورًا. المشاركة من جديد تحتاج إلى اتفاق جديد.
sharing-end-yes = نعم، إيقاف
sharing-end-no = لا، يستمر

# Putting one together.
sharing-make-receiver = من يحصل على البيانات؟
sharing-make-receiver-how = اسم المنظمة والقسم، مثل «مدينة أنتويرب، أبحاث السوق».
sharing-make-receiver-field = من يحصل عليها
sharing-make-purpose = لأي غرض يمكن استعمالها؟
sharing-make-purpose-how = جملة واحدة واضحة. أي غرض آخر يحتاج إلى اتفاق جديد.
sharing-make-purpose-field = الغرض
sharing-make-year = عن أي سنة عمل؟
sharing-make-survey = عن أي استطلاع؟
sharing-make-all = كل الاستطلاعات
sharing-make-level = كم يخرج؟
sharing-make-aggregates = أرقام فقط
sharing-make-rows = أجوبة مفردة أيضًا
sharing-make-end = حتى متى يمكن أن يخرج شيء؟
sharing-make-end-field = أو يوم آخر، مثل 2027-03-31
sharing-make-month = شهر آخر
sharing-make-year-end = حتى نهاية سنة العمل هذه
sharing-make-over = هذا الاقتراح لم يعد قيد العمل. البداية من جديد في «مشاركة البيانات».
sharing-proposed = تم الاقتراح. لا شيء يخرج بعد. { $leads ->
    [0] لا أحد يمكنه الموافقة بعد: يلزم دعوة شخص مسؤول.
    [one] شخص واحد يمكنه الموافقة.
   *[other] عدد من يمكنهم الموافقة: { $leads }.
}

# Why nothing changed.
sharing-bad-receiver = يلزم كتابة من يحصل على البيانات: من 2 إلى 100 حرف.
sharing-bad-purpose = يلزم كتابة الغرض: جملة واحدة من 10 إلى 300 حرف.
sharing-bad-year = يمكن اختيار سنة العمل هذه أو السابقة.
sharing-bad-end = هذا ليس يومًا ابتداءً من اليوم، أو هو أبعد من سنتين. يُكتب اليوم هكذا: 2027-03-31.
sharing-none = هذا الاتفاق على البيانات غير موجود (بعد الآن).
sharing-decided = تم البت في هذا سابقًا. لم يتغير شيء.
sharing-over = انتهى آخر يوم لهذا الاقتراح. يمكن اقتراحه من جديد بيوم لاحق.

# What leaves.
sharing-get = حفظ كملف
sharing-zip = تنزيل الملفات (zip)
sharing-here = هذه هي الملفات. تُعطى فقط للمتلقي المذكور في الاتفاق.
sharing-back-one = العودة إلى الاتفاق
sharing-keys = مفاتيح لبرنامج
sharing-keys-are = مفاتيح { $receiver }: { $count ->
    [0] لا يوجد أي مفتاح
    [one] مفتاح واحد يعمل
   *[other] عدد المفاتيح التي تعمل { $count }
}
sharing-keys-how = بالمفتاح يجلب برنامج المتلقي الأرقام بنفسه، ما دام الاتفاق ساريًا. أبدًا ليس أجوبة مفردة. شرح لمن يبرمج: { $url }
sharing-key-make = إنشاء مفتاح
sharing-key-stop = إيقاف كل المفاتيح
sharing-key-once = هذا هو المفتاح. يظهر مرة واحدة فقط. يُعطى للمتلقي فقط.
sharing-key-where = العنوان هو { $url }
sharing-key-stopped = المفاتيح لم تعد تعمل.
sharing-item = { $receiver }: { $state } (حتى نهاية { $day })
sharing-state-proposed = بانتظار الموافقة
sharing-state-agreed = تم الاتفاق
sharing-state-declined = من الأفضل لا
sharing-state-withdrawn = مسحوب
sharing-state-ended = متوقف
sharing-state-lapsed = انتهى
sharing-done-proposed = تم الاقتراح. القرار لشخص مسؤول، في محادثة خاصة أو على صفحته.
sharing-done-withdrawn = سُحب الاقتراح.
sharing-done-ended = تم الإيقاف. لا يخرج شيء بعد الآن.
sharing-not-agreed = لا يوجد اتفاق على هذا. لا يخرج شيء.
sharing-no-longer = انتهى هذا الاتفاق. لا يخرج شيء بعد الآن. للاستمرار في المشاركة يلزم اقتراح جديد.
sharing-nothing-closed = لا يوجد ما يُشارك بعد: لم يُغلق أي استطلاع في سنة العمل هذه.
sharing-few = الأجوبة ما زالت قليلة لمشاركة أجوبة مفردة. يلزم مشاركة 20 شابًا وشابة على الأقل. مشاركة الأرقام ممكنة باتفاق آخر.

# Columns and notes of the files.
sharing-column-row = رقم السطر، بالقرعة وفي هذا الملف فقط
sharing-column-period = الشهر
sharing-column-survey = الاستطلاع
sharing-column-moment = متى طُرح السؤال
sharing-column-example = حقيقي أو مثال
sharing-column-overview = رقم الملخص، في هذا الملف فقط
sharing-column-sessions = كم لقاء معًا
sharing-column-question = السؤال
sharing-column-about = عن ماذا الرقم
sharing-column-answers = الجواب أو الأجوبة معًا
sharing-column-form = كيف يظهر
sharing-column-bound = بالضبط أو على الأقل أو على الأكثر
sharing-column-low = على الأقل هذا العدد من الناس
sharing-column-high = على الأكثر هذا العدد من الناس
sharing-column-base = من هذا العدد من الناس
sharing-column-share = بالكلمات
sharing-moment-start = في البداية
sharing-moment-end = في النهاية
sharing-moment-after = بعد اللقاء
sharing-about-answers = أجوبة
sharing-about-participation = كم شاركوا
sharing-about-change = الجواب الثاني بجانب الأول
sharing-form-count = عدد
sharing-form-words = بالكلمات
sharing-form-named = مذكور بلا عدد
sharing-form-spread = أجوبة مختلفة
sharing-form-texts = أجوبة مفتوحة، بلا النص
sharing-form-hidden = مخفي: عدد الناس قليل جدًا
sharing-bound-exactly = بالضبط
sharing-bound-at-least = على الأقل
sharing-bound-at-most = على الأكثر
sharing-share-most = الأغلبية
sharing-share-half = حوالي النصف
sharing-share-minority = أقلية
sharing-change-better = أفضل من البداية
sharing-change-same = نفس الشيء
sharing-change-lower = أقل من البداية
sharing-change-twice = أجابوا مرتين
sharing-answer-other = شيء آخر
sharing-answer-silent = بلا جواب واضح
sharing-question-participation = كم شخصًا شاركوا
sharing-language-nl = الهولندية
sharing-language-en = الإنجليزية
sharing-language-fr = الفرنسية
sharing-language-ar = العربية
sharing-value-real = حقيقي
sharing-value-example = مثال غير حقيقي
sharing-value-chosen = تم اختياره
sharing-value-not-chosen = لم يتم اختياره
sharing-note-frozen = كل الأرقام من ملخصات ثابتة. لم يُنظر إلى الأجوبة من جديد.
sharing-note-bounds = «على الأقل» و«على الأكثر» حدود وليست تقديرات. لا تُجمع كأنها أعداد.
sharing-note-hidden = مخفي يعني: عدد الناس قليل جدًا لإظهاره. لا يعني صفرًا.
sharing-note-cause = هذه البيانات تقول ما أجاب به الشباب. لا تثبت من أين يأتي ذلك.
sharing-note-rows = من كل لقاء يبقى { $left } من الناس على الأقل خارجًا، بالقرعة ودائمًا نفسهم. فالأسطر عيّنة ممن أجابوا.
sharing-note-unlinked = لا يظهر أي الأسطر من نفس الشخص. الأرقام والترتيب مختلفة في كل ملف.
sharing-note-languages = اللغات المستعملة، من 10 شباب على الأقل: { $languages }. لا تُذكر لغة السطر: الجميع يعرف من يتكلم ماذا.
sharing-note-questions = الأسئلة المفتوحة والحساسة والأسئلة التي طُرحت على البعض فقط غير موجودة.
sharing-note-left-out = ليس كل لقاء موجودًا. لقاء فيه أجوبة قليلة، أو استعاد شخص منه شيئًا، يبقى خارجًا كله.

# The read-only interface, for programs.
sharing-api-no-key = هذا الطلب بلا مفتاح، أو بمفتاح لا يعمل (بعد الآن). يمكن طلب مفتاح جديد من المنظمة.
sharing-api-too-often = هذا أكثر من المسموح. يمكن إعادة الطلب بعد دقيقة.
sharing-api-bad-page = الصفحة من 1 فما فوق، ومن 1 إلى 100 ملخص في الصفحة.
sharing-api-not-there = لا يوجد شيء على هذا العنوان. انظر /api/openapi.json لمعرفة الموجود.
sharing-api-read-only = هنا القراءة فقط.

# On the command line.
cli-export = إظهار الاتفاقات على البيانات، أو كتابة ملفات اتفاق ساري. لا يمكن الموافقة هنا.
cli-arg-agreement = رقم الاتفاق؛ بدونه: إظهارها كلها
cli-opt-export-out = الملف المراد كتابته؛ بدونه: اسمه الخاص في هذا المجلد
cli-exported = تمت الكتابة: { $file }
cli-export-there = الملف { $file } موجود. يمكن اختيار اسم آخر بـ --out. لم يُكتب شيء.
cli-export-cannot-write = لا يمكن كتابة { $file }. يمكن اختيار مكان آخر بـ --out.
