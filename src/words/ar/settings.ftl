# What a young person arranges for themselves: language, rest, and how a card looks.
settings-language = ما اللغة المناسبة للقراءة؟
settings-language-done = حسنًا. من الآن يظهر كل شيء بهذه اللغة.
settings-title = ما الذي يمكن تغييره؟
settings-how = كل ضغطة على زر تشغّل الخيار أو توقفه. لا يتغيّر شيء في الإجابات.
settings-other-language = لغة أخرى
settings-plain = هولندية أسهل
settings-text-only = بلا صور وبلا رموز تعبيرية
settings-weekend = لا شيء في عطلة نهاية الأسبوع
settings-early = لا شيء قبل الساعة 16
settings-late = لا شيء بعد الساعة 19
settings-pause = شهر بلا أسئلة
settings-paused = حسنًا. لا أسئلة جديدة حتى { $date }. بعد ذلك تعود الأسئلة. ما هو موجود هنا الآن يمكن الإجابة عنه.
settings-resume = أريد الأسئلة من جديد
settings-resumed = حسنًا. يمكن أن تصل الأسئلة من جديد.
settings-nobody = لا نعرف هذا الحساب هنا بعد. الخطوة الأولى: فتح رابط المنظمة.
