# الملخص: الرسالة القصيرة بعد كل جولة أسئلة. بلا أسباب، وبلا ترتيب، وبلا إشارة إلى شخص واحد.
digest-heading = 📋 { $parts }
digest-theme = الموضوع: { $theme }
digest-no-theme = الموضوع
digest-moment-start = عند البداية
digest-moment-end = عند النهاية
digest-example = بيانات للتجربة

digest-answers = الإجابات: { $count } (الحضور: { $headcount }، دون إجابة: { $without })
digest-answers-full = الإجابات: { $count } (الحضور: { $headcount })
digest-answers-least = الإجابات: { $count } على الأقل (الحضور: { $headcount }، دون إجابة: { $without } على الأكثر)
digest-answers-unknown = الإجابات: { $count } (عدد الحاضرين غير معروف)
digest-answers-check = الإجابات: { $count } (عدد الإجابات أكبر من عدد الحاضرين: هل يمكن العدّ مرة أخرى؟)
digest-answers-few = الإجابات: أقل من { $floor }
digest-few = هذا يحدث. مع إجابات قليلة كهذه لا نعرض شيئًا، حتى لا يُعرف أي شخص.

digest-question = { $number }. { $question } — { $result }
digest-question-table = { $number }. { $question } (من { $base })
digest-question-number = السؤال { $numbers }
digest-exactly = { $label }: { $count } من { $base }
digest-at-least = { $label }: على الأقل { $count } من { $base }
digest-at-most = { $label }: على الأكثر { $count } من { $base }
digest-count-exactly = { $count } من { $base }
digest-count-at-least = على الأقل { $count } من { $base }
digest-count-at-most = على الأكثر { $count } من { $base }
digest-row-exactly = { $count }
digest-row-at-least = على الأقل { $count }
digest-row-at-most = على الأكثر { $count }
digest-no-answer = دون إجابة
digest-other = شيء آخر
digest-most = الأغلبية: { $label }
digest-half = حوالي النصف: { $label }
digest-minority = الأقلية: { $label }
digest-share-most = الأغلبية
digest-share-half = حوالي النصف
digest-share-minority = الأقلية
digest-asked = { $result } (ممن وصلهم هذا السؤال)
digest-named = { $labels } (كل إجابة اختيرت 3 مرات أو أكثر)
digest-named-one = { $labels } (اختيرت 3 مرات أو أكثر)
digest-named-cell = اختيرت 3 مرات أو أكثر
digest-spread = الإجابات متفرقة جدًا ولا يمكن عرض كل إجابة
digest-texts = كتب { $count } من الشباب أو أكثر شيئًا. هذا لا يظهر في هذه الرسالة.
digest-result = النتيجة
digest-hidden = الإجابات أقل من أن تُعرض
digest-hidden-text = الإجابات المكتوبة لا تظهر في هذه الرسالة
digest-hidden-line = { $questions }: { $reason }
digest-on-page = في صفحة الويب

digest-pairs-twice = ↔ البداية والنهاية: أجاب مرتين { $count } من الشباب على الأقل. في البداية فقط: { $start }. في النهاية فقط: { $end }.
digest-pairs-most = { $count } على الأكثر
digest-pairs-few = لا أحد أو عدد قليل
digest-pairs-hidden = ↔ البداية والنهاية: عدد من أجابوا مرتين أقل من أن يُعرض.
digest-pairs-change = من البداية إلى النهاية: { $result }.
digest-pairs-no-change = لا نعرض الفرق بين البداية والنهاية، حتى لا يُعرف أي شخص.
digest-pairs-because = { $question } الأكثر اختيارًا: { $result }.
digest-pairs-because-named = { $question } ما ذُكر: { $labels }.
digest-pairs-better = أحسن
digest-pairs-same = كما كان
digest-pairs-lower = أقل راحة، أو دون إجابتين

digest-part = { $label } ({ $text })

digest-compare = ↔ المرة السابقة ({ $date }): { $result }
digest-compare-few = ↔ المرة السابقة ({ $date }): الإجابات أقل من أن تُقارن.
digest-compare-other = ↔ المرة السابقة ({ $date }): أسئلة أخرى، فلا مجال للمقارنة.
digest-compare-higher = السؤال { $number }، «{ $part }»: يبدو العدد أعلى
digest-compare-lower = السؤال { $number }، «{ $part }»: يبدو العدد أقل
digest-compare-similar = السؤال { $numbers }: تقريبًا كما كان
digest-compare-figures = { $text } ({ $count } من { $base }، وفي تلك المرة { $countThen } من { $baseThen })

digest-discuss-few = 👉 للنقاش: ما الذي لاحظتموه أنتم خلال هذا النشاط؟
digest-discuss-help = 👉 للنقاش، السؤال { $number }: { $part }. ما الذي يمكن أن يساعد في المرة القادمة؟
digest-discuss-named = 👉 للنقاش، السؤال { $number }: { $part }. ما الذي يبدو لكم مألوفًا في ذلك؟
digest-discuss-keep = 👉 للنقاش، السؤال { $number }: { $part }. ما الذي تريدون أن يبقى كما هو؟
digest-discuss-lower = 👉 للنقاش، السؤال { $number }: «{ $part }»، يبدو العدد أقل مما كان في المرة السابقة. ما الذي كان مختلفًا؟
digest-discuss-higher = 👉 للنقاش، السؤال { $number }: «{ $part }»، يبدو العدد أعلى مما كان في المرة السابقة. ما الذي كان مختلفًا؟
digest-discuss-pairs-lower = 👉 للنقاش، من البداية إلى النهاية: { $part }. ما الذي كان يجري؟ قد يأتي هذا الشعور من الموضوع نفسه.
digest-discuss-pairs-better = 👉 للنقاش، من البداية إلى النهاية: { $part }. ما الذي تريدون أن يبقى كما هو؟
digest-discuss-general = 👉 للنقاش: ما الذي يلفت انتباهكم، وما الذي توقعتم أن يكون مختلفًا؟

digest-caution-small = ⚠️ مجموعة صغيرة. هذا عن الشباب الذين أجابوا، وليس عن كل الشباب.
digest-caution-few = ⚠️ إجابات قليلة: شخص واحد أكثر أو أقل يغيّر النتيجة. هذا عن الشباب الذين أجابوا، وليس عن كل الشباب.
digest-caution-some = ⚠️ هذا عن الشباب الذين أجابوا، وليس عن كل الشباب.
digest-caution-silent = { $caution } «دون إجابة» تعني أيضًا: لا أعرف، أو أفضّل عدم الإجابة، أو تم تخطي السؤال.
digest-feedback-open = ⚪ إخبار الشباب بالنتيجة: لم يتم بعد
digest-feedback-done = ✅ إخبار الشباب بالنتيجة: تم في { $date }
digest-feedback-write = كتابة رد
