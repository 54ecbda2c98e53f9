# The card of a question. The first line is what a phone shows in its notification: no theme, no name.
# Neutral for everybody: no imperatives and no second-person verbs that differ for a man and a woman.
card-hello = { $count ->
    [one] لديك سؤال قصير واحد.
    [two] لديك سؤالان قصيران.
    [few] لديك { $count } أسئلة قصيرة.
   *[other] لديك { $count } سؤالًا قصيرًا.
}
card-hello-at-most = { $count ->
    [one] لديك سؤال قصير واحد على الأكثر.
    [two] لديك سؤالان قصيران على الأكثر.
    [few] لديك { $count } أسئلة قصيرة على الأكثر.
   *[other] لديك { $count } سؤالًا قصيرًا على الأكثر.
}
card-minutes = { $minutes ->
    [one] حوالي دقيقة واحدة. لا توجد إجابات خاطئة.
    [two] حوالي دقيقتين. لا توجد إجابات خاطئة.
    [few] حوالي { $minutes } دقائق. لا توجد إجابات خاطئة.
   *[other] حوالي { $minutes } دقيقة. لا توجد إجابات خاطئة.
}
card-position = السؤال { $number } من { $total }
card-position-at-most = السؤال { $number } من { $total } على الأكثر
card-information = للقراءة فقط
card-ahead = { $count ->
    [one] بعد هذا يبقى سؤال واحد.
    [two] بعد هذا يبقى سؤالان.
    [few] بعد هذا تبقى { $count } أسئلة.
   *[other] بعد هذا يبقى { $count } سؤالًا.
}
card-ahead-at-most = { $count ->
    [one] بعد هذا قد يبقى سؤال واحد.
    [two] بعد هذا يبقى سؤالان على الأكثر.
    [few] بعد هذا تبقى { $count } أسئلة على الأكثر.
   *[other] بعد هذا يبقى { $count } سؤالًا على الأكثر.
}
card-last = هذا هو السؤال الأخير.

# Before the questions, for who may not have been there.
check-in-first = أولًا سؤال سريع
check-in = هل كنت هناك؟
check-in-about = الأمر يخص: { $activity }.

# How to answer.
hint-any = يمكن اختيار كل ما يناسب، ثم الضغط على «{ button-done }».
hint-at-most = يمكن اختيار { $max } على الأكثر، ثم الضغط على «{ button-done }».
hint-at-least = المطلوب اختيار { $min } على الأقل، ثم الضغط على «{ button-done }».
hint-exactly = المطلوب اختيار { $count }، ثم الضغط على «{ button-done }».
hint-between = المطلوب اختيار { $min } إلى { $max }، ثم الضغط على «{ button-done }».
hint-scale = 0 = { $low } · 10 = { $high }
kept = إجابتك السابقة ما زالت هنا. إن كانت صحيحة، يكفي الضغط على «{ button-next }».
kept-ticked = إجابتك السابقة ما زالت هنا. إن كانت صحيحة، يكفي الضغط على «{ button-done }».
kept-text = إجابتك السابقة ما زالت هنا. إن كانت صحيحة، يكفي الضغط على «{ button-next }». ويمكن أيضًا كتابة إجابة جديدة.
text-no-names = من فضلك، بلا أسماء أو أرقام، ولا حتى اسمك أو رقمك.
text-no-helpline = هذا ليس خط مساعدة. لا أحد يقرأ الرسائل مباشرة.
text-write-there = تُكتب الإجابة على صفحتنا الخاصة، لا في هذه المحادثة. يكفي الضغط على «{ button-write-there }».
picture-alt = صور توضيحية بهذا الترتيب: { $options }.
text-field = إجابتك

# Buttons.
button-dont-know = لا أعرف
button-decline = أفضّل عدم الإجابة
button-skip = تخطّي السؤال
button-erase = حذف إجابتي
button-back = السؤال السابق
button-later = ليس الآن
button-stop = إيقاف الأسئلة
button-done = تم
button-next = متابعة
button-change = تغيير إجاباتي
button-write = كتابة إجابة
button-write-there = الكتابة على صفحتنا
button-clip = مشاهدة بلغة الإشارة
button-absent = أنا لست هناك
button-help = أين أجد المساعدة؟
button-change-absent = تغيير إجابتي

# Behind an option that is chosen, for who wants no signs.
chosen = { $option } (مختار)

# The card at the end.
end-thanks = انتهت الأسئلة. شكرًا. سنخبرك بما نفعله بالإجابات.
end-change = ما زال بإمكانك تغيير إجاباتك حتى إغلاق الأسئلة.
end-closed-completed = انتهت الأسئلة. شكرًا. الأسئلة مغلقة الآن.
end-closed-partial = الأسئلة مغلقة الآن. شكرًا على ما وصلنا منك.
end-closed-expired = الأسئلة مغلقة الآن. لا شيء مطلوب منك.
end-declined = حسنًا، ليس الآن. لا شيء مطلوب منك.
end-stopped = حسنًا، لن تصلك أسئلة بعد الآن. لطلب أسئلة من جديد: يكفي إرسال ⁨/start⁩ أو فتح رابطك مرة أخرى.
end-unreachable = لم نتمكن من إرسال هذه الأسئلة إليك. لطلب أسئلة من جديد: يكفي إرسال ⁨/start⁩ أو فتح رابطك مرة أخرى.
end-absent = حسنًا. شكرًا على إخبارنا. لا حاجة إلى أي شيء آخر.
end-absent-change = هل حدث خطأ؟ ما زال بالإمكان تغيير هذا حتى إغلاق الأسئلة.

# Short remarks next to the card.
notice-stale = هذا يخص سؤالًا انتهى. لم يتغير شيء.
notice-closed = هذه الأسئلة مغلقة. لم يتغير شيء.
notice-tap-please = يرجى الضغط على أحد أزرار السؤال. لم يُحفظ شيء بعد.
notice-too-long = الإجابة طويلة جدًا. الحد الأقصى { $count } من الأحرف. لم يُحفظ شيء بعد.
notice-empty = الإجابة فارغة. يمكن كتابة شيء ما، أو الضغط على «{ button-skip }».
notice-pick-at-least = { $count ->
    [one] المطلوب اختيار إجابة واحدة على الأقل، أو الضغط على «{ button-skip }».
   *[other] المطلوب اختيار { $count } على الأقل، أو الضغط على «{ button-skip }».
}
notice-pick-at-most = { $count ->
    [one] يمكن اختيار إجابة واحدة فقط. يرجى أولًا إلغاء الاختيار الآخر.
   *[other] يمكن اختيار { $count } على الأكثر. يرجى أولًا إلغاء اختيار آخر.
}
notice-not-this-one = هذا الزر لا يخص هذا السؤال. لم يتغير شيء.
notice-finished = انتهت أسئلتك. لتغيير شيء ما، يمكن الضغط على «{ button-change }».
notice-stopped = حسنًا، لن تصلك أسئلة بعد الآن.
notice-write-there = تُكتب هذه الإجابة على صفحتنا. يرجى الضغط على «{ button-write-there }». لم يُحفظ شيء بعد.

# In a question, when nobody gave the theme of the session.
theme-unknown = موضوع هذه المرة

# In the terminal, where a question set is tried out.
play-how = يمكن كتابة رقم الزر أو كلماته أو إجابة حرة. هذه تجربة: لا يُحفظ شيء.
play-end = للإنهاء: مفتاح Enter.
play-help = هنا تأتي بطاقة تقول من يمكنه المساعدة.
play-activity = النشاط
play-organisation = المنظمة
