# ما يظهر في تيليجرام فقط: قائمة الأوامر، والدعوة إلى الكتابة.
telegram-command-start = ابدأ، أو ابدأ من جديد
telegram-command-stop = لا أريد أسئلة أخرى
telegram-command-help = هل تحتاج إلى مساعدة؟
telegram-command-privacy = ماذا نحفظ عنك؟
telegram-command-koppel = اربط هذه المجموعة برمز
telegram-command-place-help = ماذا يفعل Pols في هذه المجموعة؟
telegram-type-here = ✍ اكتب جوابك هنا كرسالة عادية. { $max } حرفًا على الأكثر.
