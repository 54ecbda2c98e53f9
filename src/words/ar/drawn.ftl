# صور الملخص: أعمدة بنفس كلمات الجدول وأرقامه.
drawn-alt = صورة فيها أشرطة. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label }: { $text }
drawn-change = من البداية إلى النهاية
drawn-moment-start = عند البداية
drawn-moment-end = عند النهاية
drawn-striped = الجزء المخطط: قد يكون العدد الصحيح في أي مكان هنا.
drawn-over-time = على مر الوقت

# الجدول الزمني كصورة
drawn-plan-alt = صورة للجدول الزمني. { $parts }
drawn-lane-coach = مواعيد ثابتة
drawn-lane-surveys = استطلاع
drawn-lane-sessions = أنشطة
drawn-lane-feedback = إخبار الشباب بما يتم
drawn-lane-third = مهام لأشخاص آخرين
drawn-others = غير ذلك
drawn-hours = الساعات المخططة في كل شهر
drawn-number = { $number }
drawn-done = شكل ممتلئ: تمّ. شكل فارغ: لم يتم بعد. الأرقام: عدد المرات في ذلك الشهر؛ وفي الدائرة: رقم الموعد في القائمة.
