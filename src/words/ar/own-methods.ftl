## في صفحة الفريق: الطرق الخاصة، والطريق إلى أوراق العمل وقصة الأثر. B1.

own-methods-how = هنا يمكن البحث عن طريقة، أو عمل نسخة خاصة منها. ما تعملونه بأنفسكم ترونه أنتم فقط، إلى أن تشاركوه.
own-methods-more = عرض المزيد من الخيارات
own-methods-more-of = عرض المزيد من الخيارات: “{ $title }”
own-methods-files = حفظ كملف
own-methods-edit = يمكن التعديل في المحادثة بالأمر ‎/methode. ويمكن ذلك في إكسل: حفظ الملف، ثم تعديله، ثم إدخاله عبر المحادثة.
own-methods-licence = اختيار هذه الرخصة
own-methods-licensed = أُضيفت الرخصة. يمكن الآن مشاركة الطريقة.
own-methods-which = أيّ طريقة؟
own-methods-copy = عمل نسخة خاصة بنا
own-methods-said = تمّ الحفظ.
own-methods-look = الاطلاع والقرار
own-methods-look-at = الاطلاع والقرار: “{ $title }”
own-methods-note = تقرأ المنظمة هذا. 400 حرف على الأكثر.
own-sheets-heading = أوراق العمل وقصة الأثر
own-sheets-how = ورقة العمل ملك لصاحبها. لا يرى الزملاء والشركاء منها إلا ما تتم مشاركته معهم. تُفتح المحادثة في أعلى هذه الصفحة.
own-sheets-open = إلى أوراق عملي
own-sheets-story = إلى قصة أثر سنة العمل
