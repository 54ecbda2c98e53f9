# What stands in a typed text where something was taken out.
scrubbed-phone = رقم هاتف
scrubbed-mail = عنوان بريد
scrubbed-link = رابط
scrubbed-account = حساب
scrubbed-bank = رقم حساب بنكي
scrubbed-national = رقم وطني
scrubbed-name = اسم

# The help card. Short, plain, and never more than somebody can take in.
help-title = هل تودّ الحديث مع أحد؟
help-not-kept = ما كُتب الآن لم يُحفظ. لا أحد يقرؤه.
help-line = { $name }، { $for }: { $ways }.
help-spoken = (باللغة: { $languages })
help-chat = دردشة
help-chat-hours = دردشة ({ $hours })
help-mail = بريد إلكتروني
help-app = تطبيق { $name }
help-call = اتصال بالرقم { $number }
help-text = رسالة نصية إلى { $number }
help-open-chat = دردشة مع { $name }
help-open-mail = الكتابة إلى { $name }
help-danger = هل هناك خطر الآن؟ الرقم 112.
help-danger-app = هل هناك خطر الآن؟ الرقم 112 أو تطبيق 112 BE.
help-ask = أطلب من { $name } التواصل معي
help-more = خطوط مساعدة أخرى
help-fine = لا، أنا بخير
help-later = حسنًا. يمكن طلب المساعدة مرة أخرى في أي وقت.

# Asking to be contacted.
help-pass = سأعطي { $name } اسمك على { $platform }: { $handle }
help-pass-typed = كيف يمكن لـ { $name } الوصول إليك؟ مثلًا رقم هاتف أو عنوان بريد.
help-no-answers = هذا فقط ما سأعطيه. ليس إجاباتك.
help-or = إذا لم يكن الوصول إلى { $name } ممكنًا، فسأعطيه لـ { $other }.
help-hours = الوصول إلى { $name } ممكن الآن. الأوقات: { $hours }.
help-away = الوصول إلى { $name } غير ممكن الآن. الأوقات: { $hours }.
help-yes = نعم
help-no = لا
help-write = كتابة الطريقة
help-handle = هكذا يمكن الوصول إليّ
help-handle-empty = لا يوجد شيء بعد. لم يُعطَ شيء لأحد.
help-handle-long = هذا طويل جدًا. { $max } حرفًا على الأكثر. لم يُعطَ شيء لأحد.
help-not-asked = حسنًا. لم يُعطَ شيء لأحد.
help-asked = وصل طلبك إلى { $name }.
help-asked-before = طلبك من { $name } موجود من قبل وما زال ينتظر.
help-nobody = هذا غير ممكن الآن. لم يُعطَ شيء لأحد. يمكن دائمًا الوصول إلى خطوط المساعدة. هل هناك خطر الآن؟ الرقم 112.
help-was-seen = رأى { $name } طلبك وسيكون هناك تواصل معك.
help-not-reached = تعذّر إيصال طلبك: لم يكن الوصول إلى أحد ممكنًا. يمكن دائمًا الوصول إلى خطوط المساعدة. هل هناك خطر الآن؟ الرقم 112.
help-on-telegram = Telegram
help-on-discord = Discord
help-on-web = صفحة الويب

# For the person who is asked to contact somebody.
request-title = { $organisation }: أحد الشباب يطلب التواصل معه.
request-reach = طريقة الوصول إليه ({ $platform }):
request-no-answers = لا تظهر أي إجابات. كان هذا اختيارًا حرًا.
request-danger = هل تظن أن هناك خطرًا الآن؟ تُتبع خطوات المنظمة أو الرقم 112.
request-after = يُحذف هذا الحديث بعد التواصل.
request-seen = سأتواصل
help-seen-thanks = شكرًا. سيعرف صاحب الطلب أنه قُرئ.
help-seen-over = هذا الطلب قُرئ من قبل أو أصبح قديمًا.

# Linking the private chat of that person.
staff-linked = تم الربط. عندما يطلب أحد شباب { $organisation } التواصل، تصل رسالة إلى هنا. لا يراها أحد آخر.
staff-in-group = هذا الرمز لمجموعة أو قناة. يُكتب هناك.
staff-not-here = هذا غير ممكن على هذه الصفحة. يكون في محادثة خاصة مع البوت على Telegram أو Discord.

# What the bot can do, in a chat.
help-commands =
    أنا بوت ولست إنسانًا. هذا ما يمكن طلبه دائمًا:
    /stop: لا مزيد من الأسئلة، فورًا.
    /language: لغة أخرى. /pause: شهر راحة. /settings: الراحة والأزرار.
    /propose: اقتراح موضوع أو سؤال.
    /mydata: ما هو محفوظ عنك. /erase: حذف كل شيء. /privacy: من يرى ماذا.
