privacy-kept = ماذا نحفظ؟ الإجابات مع رقم عشوائي، من دون الاسم والحساب.
privacy-reach = طريقة الوصول إليك نحفظها منفصلة ومقفلة.
privacy-who = من يرى ماذا؟ يرى المرافقون أرقام المجموعة كلها فقط، ابتداءً من { $floor } إجابات. ما تكتبه بنفسك لا يقرأه إلا الشخص الذي يراجع الإجابات المفتوحة. ولا يذهب تلقائيًا إلى أي قناة.
privacy-long =
    كم من الوقت؟ ما تكتبه بنفسك: { $textDays ->
        [one] يوم واحد
        [two] يومان
        [few] { $textDays } أيام
       *[other] { $textDays } يومًا
    } على الأكثر. باقي إجاباتك: { $answerMonths ->
        [zero] حتى نهاية سنة العمل
        [one] شهر واحد بعد سنة العمل
        [two] شهران بعد سنة العمل
       *[other] { $answerMonths } أشهر بعد سنة العمل
    } على الأكثر. طريقة الوصول إليك: حتى تتوقف المشاركة، ثم { $stoppedDays ->
        [one] يوم واحد
        [two] يومان
        [few] { $stoppedDays } أيام
       *[other] { $stoppedDays } يومًا
    } على الأكثر. قولك «نعم»: 3 سنوات. أرقام المجموعة تبقى.
privacy-platform-telegram = وماذا عن تلغرام؟ تستطيع هذه الشركة تقنيًا الوصول إلى رسائل هذه المحادثة، وتعرف بوجود هذه المحادثة معي. إذا طلب قاضٍ ذلك بسبب جريمة، فقد تعطي الشركة رقم هاتفك وعنوانك على الإنترنت. لا تريد ذلك؟ اطلب رابط صفحتنا على الويب.
privacy-platform-discord = وماذا عن ديسكورد؟ تستطيع هذه الشركة تقنيًا الوصول إلى رسائل هذه المحادثة، وتعرف بوجود هذه المحادثة معي. يحفظ ديسكورد البيانات في الولايات المتحدة. لا أستطيع حذف رسائلك هناك، لكن يمكنك ذلك. لا تريد ذلك؟ اطلب رابط صفحتنا على الويب.
privacy-platform-web = وماذا عن هذه الصفحة؟ هذه الصفحة لنا. في متصفحك ملفات صغيرة (كوكيز): اسم عشوائي لنعرف أنك أنت، ولغتك. هل يستعمل شخص آخر هذا الجهاز أيضًا؟ عندئذ يمكنه رؤية أسئلتك وبياناتك. بالزر «{ web-erase }» تُحذف هذه الملفات أيضًا.
privacy-rights-telegram =
    يمكن تخطّي كل سؤال.
    /mydata: رؤية ما نحفظه عنك.
    /erase: حذف كل شيء.
    /stop: لا مزيد من الأسئلة، فورًا.
privacy-rights-discord =
    يمكن تخطّي كل سؤال.
    /{ discord-my-data-name }: رؤية ما نحفظه عنك.
    /{ discord-erase-name }: حذف كل شيء.
    /{ discord-stop-name }: لا مزيد من الأسئلة، فورًا.
privacy-rights-web =
    يمكن تخطّي كل سؤال.
    «{ web-my-data }»: رؤية ما نحفظه عنك.
    «{ web-erase }»: حذف كل شيء.
    «{ web-stop }»: لا مزيد من الأسئلة، فورًا.

data-nothing = لا نحفظ عنك شيئًا.
data-gone-tap = لا نحفظ عنك شيئًا. هذا الزر لم يعد يعمل.

data-link = في صفحتك الخاصة ترى كل ما نحفظه عنك، ويمكنك أيضًا حذف أشياء منها. يعمل الرابط نصف ساعة. لا تعطه لأحد.
data-link-here = في صفحتك الخاصة ترى كل ما نحفظه عنك، ويمكنك أيضًا حذف أشياء منها.
data-open = افتح صفحتي

data-erase-title = حذف كل شيء؟
data-erase-what = عندئذ نحذف كل ما نحفظه عنك: إجاباتك، وما كتبته، وطريقة الوصول إليك. ولن تصلك أسئلة بعد ذلك.
data-erase-stays = هذا يبقى: أرقام المجموعة كلها التي حُسبت من قبل. اسمك ليس فيها. والاقتراحات التي قدّمتها تبقى أيضًا، لأننا لا نعرف ممّن جاءت.
data-erase-chat-telegram = ما هو مكتوب في هذه المحادثة لا أحذفه. يمكنك ذلك بنفسك: احذف المحادثة في تلغرام.
data-erase-chat-discord = ما هو مكتوب في هذه المحادثة لا أحذفه. يمكنك حذف رسائلك بنفسك في ديسكورد.
data-erase-chat-web = بعد ذلك لن يعرفك هذا الجهاز.
data-erase-sure = هل تريد حذف كل شيء؟
data-erase-yes = نعم، احذف كل شيء
data-erase-no = لا
data-erase-old = هذا الزر قديم، لذلك أسأل مرة أخرى.
data-not-erased = حسنًا. لم يُحذف شيء.
data-erased = حُذف كل شيء.
data-erased-again = للمشاركة من جديد لاحقًا: استعمل رابط منظمتك.

data-remove = هل أزيل رسالتك من هذه المحادثة؟ إجابتك تبقى محفوظة.
data-remove-yes = نعم
data-remove-no = اتركها
data-removed = رسالتك لم تعد في المحادثة.
data-remove-left = حسنًا. رسالتك باقية.
data-remove-refused = لم أعد أستطيع ذلك. رسالتك قديمة جدًا أو حُذفت. يمكنك ذلك بنفسك: اضغط مطوّلًا على رسالتك واختر «حذف».
data-remove-busy = هذا لا ينجح الآن. اضغط على «{ data-remove-yes }» مرة أخرى بعد قليل.

data-title = بياناتي
data-intro = هذا كل ما نحفظه عنك. لا أحد غيرك يرى هذه الصفحة.
data-intro-link = هذا كل ما نحفظه عنك. من لديه رابط هذه الصفحة يمكنه رؤيتها. يعمل الرابط نصف ساعة.
data-you = عنك
data-channel = كيف نصل إليك
data-channel-telegram = عبر تلغرام
data-channel-discord = عبر ديسكورد
data-channel-web = عبر صفحة الويب هذه
data-unreachable = الرسائل لا تصل الآن.
data-language = اللغة
data-age = العمر
data-age-13-15 = من 13 إلى 15 سنة
data-age-16-17 = 16 أو 17 سنة
data-age-18 = 18 سنة أو أكثر
data-text-only = من دون رموز تعبيرية
data-yes = نعم
data-paused = راحة حتى
data-rest = راحتك الخاصة
data-rest-quiet = من { $from } إلى { $until }
data-asked = أيام إرسال الأسئلة
data-asked-why = نحفظ هذا كي لا تصلك أسئلة كثيرة.
data-request = طُلب من { $organisation } الاتصال بك
data-request-reach = كيف تريد أن نصل إليك: { $reach }
data-joined = تشارك منذ { $day }.
data-stopped = توقفت المشاركة في { $day }.
data-stopped-before = توقفت المشاركة.
data-consent = قلت «نعم» في { $day } (النص { $version }).
data-consent-until = هذا صالح حتى { $day } ضمنًا.
data-consent-withdrawn = قلت «توقف» في { $day }.
data-presence = أين كنت
data-presence-one = { $activity }، { $day }
data-rounds = إجاباتك
data-no-rounds = لم نطرح عليك أسئلة.
data-round = { $activity }، { $day }
data-round-digested = حُسبت منها أرقام للمجموعة. هذه الأرقام لا تتغير بعد الآن.
data-status-dont_know = قلت: لا أعرف.
data-status-declined = قلت: أفضّل ألّا أقول.
data-status-skipped = تم التخطي.
data-status-not_asked = لم يُطرح.
data-status-expired = من دون إجابة.
data-status-open = اخترت: { $answer }
data-status-typed = كتبت:
data-status-typed-gone = كتبت شيئًا. النص محذوف من قبل.
data-answered-on = في { $day }
data-erase-one = احذف هذه الإجابة
data-erase-one-of = احذف هذه الإجابة: { $question }
data-erase-one-along = هل طُرح عليك سؤال بسبب هذه الإجابة فقط؟ عندئذ تُحذف إجابته أيضًا.
data-one-erased = حُذفت تلك الإجابة.
data-one-gone = تلك الإجابة كانت محذوفة من قبل.
data-take-along = نسخة لك
data-download = تنزيل كل شيء في ملف (JSON)
data-erase-all = حذف كل شيء
data-page-old = هذا الرابط لم يعد يعمل.
data-page-old-do = اطلب رابطًا جديدًا في المحادثة. هل حُذف كل شيء من قبل؟ عندئذ لم يبقَ شيء للعرض.
data-page-nobody = لا نعرفك على هذا الجهاز.
data-page-nobody-do = لا شيء محفوظ عنك هنا. هل تشارك عبر تلغرام أو ديسكورد؟ اطلب رابطك هناك.
