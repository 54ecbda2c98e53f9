# ما يعود إلى الشباب: النتيجة، وكلمة من المسؤولين، وتذكير واحد للمدرب. السطر الأول محايد.
back-result = هناك جواب لك.
back-result-about = { $activity }، { $date }
back-result-own-both = جوابك في البداية: { $start }. جوابك في النهاية: { $end }.
back-result-own-start = جوابك في البداية: { $answer }.
back-result-own-end = جوابك في النهاية: { $answer }.
back-result-own = { $question } جوابك: { $answer }.
back-result-thanks = شكرًا على المشاركة.
back-result-group = ومعًا:
back-result-figure = – { $label }: { $count }
back-result-few = كان عددكم أقل من أن نعرض أرقامًا، حتى لا يُعرف أي شخص.
back-result-end = هذا عن الذين أجابوا. لا حاجة إلى فعل أي شيء.
back-feedback = هناك رسالة لكم.
back-feedback-said = قلتم: { $text }
back-feedback-doing = سنفعل: { $text }
back-feedback-cannot = هذا غير ممكن الآن، لأن: { $text }

# إلى المدرب، بلا أرقام.
back-nudge = لم يتم بعد: كلمة إلى الشباب ({ $activity }، { $date })
back-nudge-how = بهذا الزر يمكن كتابة ما سمعتموه وما ستفعلونه. تصل الرسالة مرة واحدة إلى من شاركوا.
back-nudge-free = هذا اختياري. الأسئلة القادمة تستمر كالمعتاد.
