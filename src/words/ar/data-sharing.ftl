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
