## الطرق الخاصة في المكتبة: نسخ، تعديل، مشاركة، مراجعة، حزم. B1.

library-own = طرقنا الخاصة
library-own-title = الطرق الخاصة لدى { $organisation }
library-own-none = لا توجد بعد. يمكن نسخ طريقة من المكتبة، أو قراءة ملف، أو إنشاء طريقة جديدة.
library-own-row = { $title } ({ $state })
library-state-draft = مسودة، لا يراها غيركم
library-state-submitted = بانتظار المراجعة
library-state-returned = أُعيدت بعد المراجعة
library-state-shared = موجودة في المكتبة
library-state-dropped = محفوظة جانبًا
library-back = إلى الطرق
library-to-own = إلى نسختكم الخاصة
library-copy = نسخ وتعديل
library-copied = هذه الآن نسختكم الخاصة. يمكن تغيير ما تريدون. لا يراها أحد غيركم.
library-gone = هذه الطريقة أو السؤال أو النص لم يعد موجودًا. يُرجى فتح القائمة من جديد.
library-link = هذه الطريقة ليست هنا، هناك إحالة فقط. لا يمكن نسخها أو مشاركتها.
library-licence-none = ترخيص هذه الطريقة يمنع التعديل. تُستخدم كما هي.
library-no-licence = ليس لهذه الطريقة ترخيص. لذلك لا يمكن مشاركتها.
library-not-shared = ترخيص هذه الطريقة يمنع أن يحصل عليها الآخرون منكم.
library-unchanged = هذه هي الطريقة نفسها التي نُسخت منها. لا جديد للمشاركة.
library-too-big = هذه الطريقة كبيرة جدًا: { $max } حرف على الأكثر في المجموع.
library-empty = لا يوجد نص بعد. لم يتغير شيء.
library-last-question = في كل طريقة سؤال واحد على الأقل. هذا السؤال يبقى.
library-last-option = لا يمكن أن تقل إجابات هذا السؤال. هذه الإجابة تبقى.
library-waited-for = سؤال آخر يعتمد على هذا السؤال. يُزال ذلك السؤال أولًا.

# التعديل.
library-edit = تعديل
library-edit-title = العنوان
library-edit-measures = ماذا تقيس
library-edit-question = السؤال { $number }
library-edit-language = بدون { $language }
library-edit-done = تم
library-edit-back = رجوع
library-edit-text = تغيير السؤال
library-edit-meaning = تغيير الشرح
library-edit-option = تغيير: { $option }
library-option-out = إزالة: { $option }
library-question-up = مكان واحد إلى الأعلى
library-question-out = إزالة هذا السؤال
library-write = النص الجديد بهذه اللغة: { $language }. النص الحالي:
library-write-none = (لا شيء بعد)
library-write-label = النص الجديد: { $language }
library-write-keep = يبقى كما هو
library-write-save = حفظ، وتبقى اللغات الأخرى كما هي
library-saved = تم الحفظ.
library-stays = ما زال النص السابق في هذه اللغات: { $languages }. يُرجى التحقق من صحته.
library-name-lost = الأسئلة تختلف عن أسئلة { $name }. لذلك لم يعد هذا الاسم مذكورًا.
library-validated = هذا هو { $name } كلمة بكلمة. عند تغيير كلمة أو إجابة أو الترتيب لا يعود كذلك، ويزول الاسم.
library-from = منسوخة من: { $title }، الإصدار { $version }، من { $credit }
library-marked = معدَّلة. الترخيص يطلب قول ذلك.
library-licence = الترخيص: { $licence }
library-licence-missing = لا ترخيص. هكذا لا يمكن مشاركة هذه الطريقة.

# ما الذي يختلف.
library-changes = ما الذي يختلف؟
library-changes-title = ما الذي يختلف: { $title }
library-changes-none = لا شيء يختلف.
library-changes-unknown = ما نُسخت منه لم يعد موجودًا. لا يمكن بعد الآن قول ما الذي يختلف.
library-changes-more = و{ $count } أخرى.
library-about-title = العنوان
library-about-measures = ماذا تقيس
library-about-for = لمن
library-about-scale = المقياس
library-about-accessibility = سهولة الوصول
library-about-example = مثال
library-about-withoutBot = بدون روبوت
library-about-care = ما يجب توفيره
library-about-question = السؤال { $number }
library-about-meaning = شرح السؤال { $number }
library-about-option = { $where }، الإجابة «{ $option }»
library-diff-in = { $where } ({ $language })
library-diff-word = { $where }: «{ $was }» أصبحت «{ $becomes }»
library-diff-added = { $where }: أُضيف «{ $becomes }»
library-diff-gone = { $where }: أُزيل «{ $was }»
library-diff-question-new = سؤال جديد: «{ $question }»
library-diff-question-gone = سؤال أُزيل: «{ $question }»
library-diff-order = ترتيب الأسئلة مختلف.
library-diff-option-new = { $where }: إجابة جديدة «{ $option }»
library-diff-option-gone = { $where }: إجابة أُزيلت «{ $option }»
library-diff-rules = السؤال { $number } («{ $question }») يعمل بشكل مختلف: نوعه، أو متى يأتي، أو ترتيب إجاباته.
library-diff-language-new = لغة جديدة: { $language }
library-diff-language-gone = لغة أُزيلت: { $language }
library-diff-tally = استمارة العد مختلفة.
library-diff-rest = هناك أيضًا تغيير آخر في بيانات البطاقة.
library-change-first = الإصدار الأول في المكتبة.
library-change-none = في المكتبة من جديد، بالنص نفسه.

# المشاركة.
library-share = مشاركة مع الآخرين
library-which-licence = ما المسموح للآخرين أن يفعلوه بطريقتكم؟
library-licence-cc0 = CC0 1.0: كل شيء، حتى بدون اسمكم.
library-licence-by = CC BY 4.0: استخدام وتعديل، مع ذكر اسمكم.
library-licence-by-sa = CC BY-SA 4.0: الشيء نفسه، ويشاركون ما يصنعونه بالترخيص نفسه.
library-licence-by-nc = CC BY-NC 4.0: استخدام وتعديل مع ذكر اسمكم، وليس من أجل الربح.
library-licence-by-nd = CC BY-ND 4.0: استخدام مع ذكر اسمكم، بدون تعديل.
library-licence-theirs = النسخة تحتفظ بترخيص ما أُخذت منه.
library-share-sure = مشاركة «{ $title }» مع الآخرين؟
library-share-what = تُراجَع أولًا. بعدها يمكن للجميع إيجادها واستخدامها بموجب { $licence }. يمكن دائمًا إخراجها من المكتبة. ومن لديه نسخة تبقى له.
library-share-name = بأي اسم؟
library-share-as = مشاركة باسم { $name }
library-handed-in = تم التقديم. ستتم مراجعتها.
library-shared-already = هذا الإصدار موجود في المكتبة أو قيد المراجعة. لا جديد للمشاركة.
library-as-before = لم يتغير شيء منذ المراجعة. يجب تعديلها أولًا.
library-take-back = عدم المشاركة
library-taken-back = تم الاسترجاع. لا يراها غيركم من جديد.
library-withdraw = إخراج من المكتبة
library-withdraw-sure = إخراج «{ $title }» من المكتبة؟ لن يجدها أحد بعدها. نسخ الآخرين تبقى لهم.
library-withdrawn = لم تعد في المكتبة.
library-drop = حفظ جانبًا
library-drop-sure = حفظ «{ $title }» جانبًا؟ لن تبقى في قائمتكم. ما تمت مشاركته والاستطلاعات التي تستخدمها تبقى.
library-dropped = حُفظت جانبًا.

# المراجعة.
library-review = مراجعة ({ $count })
library-review-title = { $count ->
    [0] لا يوجد ما يُراجَع.
    [one] طريقة واحدة للمراجعة.
   *[other] طرق للمراجعة: { $count }.
 }
library-review-how = يُنظر إلى الأسئلة والترخيص ومصدرها. وما صنعتموه أو قدمتموه بأنفسكم يقرره شخص آخر.
library-review-by = مقدَّمة باسم { $credit }
library-review-changed = ما الذي يختلف عن الأصل؟
library-review-since = ما الذي يختلف عن الإصدار الموجود في المكتبة؟
library-review-returned = المراجعة تطلب تعديلًا: { $text }
library-review-declined = لم تُقبل في المكتبة: { $text }
library-accept = قبول
library-return = إعادة مع ملاحظة
library-decline = عدم القبول
library-return-why = ما الذي يجب أن يتغير؟ يُكتب في رسالة واحدة. تقرؤه المنظمة.
library-decline-why = لماذا لا؟ يُكتب في رسالة واحدة. تقرؤه المنظمة.
library-note-label = ملاحظتك
library-bad-note = تُكتب ملاحظة من 400 حرف على الأكثر.
library-judged-accept = هي الآن في المكتبة.
library-judged-return = أُعيدت مع ملاحظتك.
library-judged-decline = لم تُقبل. تقرأ المنظمة السبب.
library-reviewed-already = هذه الطريقة رُوجعت من قبل أو تم استرجاعها.
library-changed-since = تغيرت هذه الطريقة في هذه الأثناء. يُرجى فتحها من جديد.
library-your-own = هذه طريقتك. القرار لشخص آخر.
