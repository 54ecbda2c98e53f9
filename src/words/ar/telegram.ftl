# ما يظهر في تيليجرام فقط: قائمة الأوامر، والدعوة إلى الكتابة.
telegram-command-start = البداية، أو البداية من جديد
telegram-command-stop = لا أريد أسئلة أخرى
telegram-command-help = مساعدة
telegram-command-privacy = ماذا نحفظ عنك؟
telegram-command-language = اختيار اللغة
telegram-command-pause = لا أسئلة لمدة شهر
telegram-command-settings = اختيار اللغة وأوقات الراحة وشكل الأسئلة
telegram-command-my-data = عرض ما نحتفظ به عنك
telegram-command-erase = محو كل ما نحتفظ به عنك
telegram-command-propose = اقتراح موضوع أو سؤال
telegram-command-koppel = ربط هذه المجموعة برمز
telegram-command-place-help = ماذا يفعل Pols في هذه المجموعة؟
telegram-type-here = يُكتب الجواب هنا كرسالة عادية. { $max } حرفًا على الأكثر.
telegram-type-this = تُكتب هنا كرسالة عادية. { $max } حرفًا على الأكثر.
