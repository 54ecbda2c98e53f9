# صور الملخص: أعمدة بنفس كلمات الجدول وأرقامه.
drawn-alt = صورة فيها أشرطة. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label }: { $text }
drawn-change = من البداية إلى النهاية
drawn-moment-start = عند البداية
drawn-moment-end = عند النهاية
drawn-striped = الجزء المخطط: قد يكون العدد الصحيح في أي مكان هنا.
drawn-over-time = على مر الوقت
