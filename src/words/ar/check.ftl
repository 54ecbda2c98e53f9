# What `pols check` says about the files that an organisation edits: what is wrong, and what to do.

check-lang-name = { $language ->
    [nl] الهولندية
    [en] الإنجليزية
    [fr] الفرنسية
    [ar] العربية
   *[other] { $language }
}

# Files and their layout
check-folder = المجلد “{ $name }” غير موجود أو تتعذر قراءته. المطلوب هو المجلد الذي يحتوي على “organisations” و“instrumentarium”.
check-file-yml = ينتهي اسم الملف بـ ‎.yml. يجب أن ينتهي بـ ‎.yaml، وإلا فلن يُقرأ.
check-file-large = الملف أكبر من { $kilobytes } كيلوبايت. يجب تقسيمه أو حذف ما لا لزوم له.
check-file-utf8 = في هذا السطر رموز ليست بترميز UTF-8. يجب حفظ الملف من جديد بترميز UTF-8.
check-file-empty = الملف فارغ. يجب ملؤه أو حذفه.
check-file-unreadable = تتعذر قراءة الملف. يجب التأكد من أنه ملف عادي وأن لدى Pols إذنًا بقراءته.
check-yaml = الصياغة غير صحيحة هنا ({ $code }). يجب التحقق من علامات الاقتباس والنقطتين والمسافات.
check-yaml-tab = هنا علامة جدولة (tab). يجب استعمال المسافات بدلًا منها.
check-yaml-indent = بداية هذا السطر ليست في مكانها. يجب محاذاته مع السطور التابعة له.
check-yaml-missing = ينقص رمز هنا: نقطتان أو علامة اقتباس أو قوس. يُستحسن النظر إلى السطر السابق أيضًا.
check-yaml-documents = في هذا الملف أكثر من مستند. يجب حذف السطر ‎--- أو تقسيمه إلى ملفين.
check-yaml-twice = “{ $name }” مكرر هنا. يجب إبقاء واحد فقط.
check-yaml-alias = الإحالة بالرمز * غير مسموح بها هنا. يجب كتابة النص كاملًا.
check-yaml-key = يجب أن يكون المفتاح كلمة عادية. النص الذي فيه أقواس يوضع بين علامتي اقتباس.
check-yaml-deep = الأقواس المتداخلة كثيرة جدًا. يجب تبسيط البنية.

# Keys and values
check-unknown-key = “{ $name }” غير معروف في هذا المكان. يجب التحقق من الإملاء ومن بداية السطر، أو حذفه.
check-missing-key = ينقص هنا “{ $name }”. يجب إضافته.
check-not-a-map = يجب أن يتكون الملف من سطور مثل “id: name”. يوجد مثال في المجلد نفسه.
check-wrong-type = يجب أن يكون “{ $name }” { $expected ->
    [number] رقمًا
    [boolean] true أو false
    [list] قائمة: بين [ ] أو بشرطة في أول كل سطر
    [map] مجموعة سطور، بأسماء وقيم
   *[text] نصًا: يوضع بين علامتي اقتباس
}.
check-not-one-of = يجب أن يكون “{ $name }” واحدًا مما يلي: { $allowed }.
check-empty = “{ $name }” فارغ. يجب كتابة نص أو حذف السطر.
check-too-short = “{ $name }” قصير جدًا. الحد الأدنى لعدد الأحرف هو { $min }.
check-too-few = عناصر “{ $name }” قليلة جدًا. الحد الأدنى هو { $min }.
check-too-many = عناصر “{ $name }” كثيرة جدًا. الحد الأقصى هو { $max }.
check-too-small = “{ $name }” أقل من اللازم. الحد الأدنى هو { $min }.
check-too-big = “{ $name }” أكبر من اللازم. الحد الأقصى هو { $max }.
check-invalid = “{ $name }” غير صحيح. يوجد مثال في ملف آخر.
check-slug = يُسمح في “{ $name }” بالأحرف الصغيرة والأرقام والرمز _ فقط، ويبدأ بحرف، ولا يتجاوز 20 رمزًا.
check-name = يُسمح في “{ $name }” بالأحرف الصغيرة والأرقام والرمز - فقط، ويبدأ بحرف، ولا يتجاوز 40 رمزًا.
check-id = المعرّف هو “{ $id }” لكن اسم الملف “{ $stem }”. يجب أن يتطابقا.
check-time = يجب أن يكون “{ $name }” وقتًا مثل '21:00' بين علامتي اقتباس.
check-date = يجب أن يكون “{ $name }” تاريخًا موجودًا، مثل '2026-12-09'.
check-date-time = يجب أن يكون “{ $name }” تاريخًا ووقتًا موجودين، مثل '2026-12-09T14:00'.
check-timezone = هذه المنطقة الزمنية غير معروفة. يجب كتابة اسم مثل Europe/Brussels، وليس ‎+01:00.
check-duration = “{ $name }” ليس مدة. تُكتب PT45M لـ 45 دقيقة، وPT2H لساعتين، وP3D لثلاثة أيام.
check-duration-range = يجب أن يكون “{ $name }” بين { $least } و{ $most }.
check-cron-fields = عدد أجزاء الموعد المتكرر { $count }. يجب أن يكون 5: الدقيقة والساعة واليوم والشهر ويوم الأسبوع.
check-cron-field = في الموعد المتكرر خطأ في { $field ->
    [minute] الدقيقة
    [hour] الساعة
    [dayOfMonth] اليوم
    [month] الشهر
    [dayOfWeek] يوم الأسبوع
   *[other] الصياغة
}: “{ $value }”. مثال: '0 18 * * 3#1' يعني أول أربعاء من كل شهر في الساعة 18:00.
check-cron-too-often = عدد الجلسات في اليوم الواحد بهذا الموعد { $count }. أكثر من 4 يكون خطأ في الغالب. يجب التحقق من الجزأين الأولين: الدقيقة والساعة.
check-cron-never = هذا الموعد لا يأتي أبدًا: يجب أن يتوافق يوم الشهر ويوم الأسبوع معًا. يوضع * مكان أحدهما.
check-moment = يجب أن يكون وقت السؤال start أو end أو {"{"} after: PT45M {"}"}.
check-reminder-late = يأتي التذكير بعد إغلاق الأسئلة (بعد { $window }). يجب تقديمه أو كتابة none.

# Languages
check-missing-translation = تنقص { check-lang-name } في “{ $name }”. { $language ->
    [nl] يجب إضافة “nl”: هذه اللغة ضرورية دائمًا.
   *[other] يجب إضافة “{ $language }” أو حذف اللغة من “languages”.
}
check-own-language = لغة المنظمة “{ $language }” غير موجودة في “languages”. يجب إضافتها.
check-set-language = الطريقة “{ $name }” غير متوفرة بهذه اللغة: { check-lang-name }. يجب ترجمتها أو حذف اللغة من “languages”.

# Surveys
check-two-aspects = هنا جانبان: “{ $text }”. المطلوب جانب واحد في جملة واحدة. للجانب الآخر يُضاف استطلاع منفصل.
check-aspect-list = هنا أكثر من جانب. المطلوب جانب واحد في جملة واحدة. للجانب الآخر يُضاف استطلاع منفصل.
check-unknown-series = السلسلة “{ $name }” غير موجودة. السلاسل الموجودة: { $known }.
check-unknown-set = الطريقة “{ $name }” غير موجودة. الطرق الموجودة: { $known }.
check-set-faulty = في الطريقة “{ $name }” نفسها أخطاء. يبدأ هذا الاستطلاع بعد تصحيحها.
check-over-limit = عدد الأسئلة { $count } والمسموح به { $limit }. يجب حذف أسئلة، أو إضافة “limit” إلى هذا الاستطلاع مع “questions: { $count }” والسبب.
check-too-many-questions = عدد الأسئلة { $count }. لا يُسمح أبدًا بأكثر من 5. يجب حذف أسئلة.
check-other-scale = يسأل “{ $start }” (البداية) و“{ $end }” (النهاية) عن الشعور بمقياسين مختلفين: انظر “{ $code }”. يجب استعمال الرموز والإيموجي والكلمات نفسها في الاثنين.

# Questions
check-duplicate-key = المفتاح “{ $name }” موجود في سؤال سابق. يجب أن يكون لكل سؤال مفتاح خاص.
check-duplicate-code = الرمز “{ $name }” موجود في هذا السؤال. يجب أن يكون لكل خيار رمز خاص.
check-duplicate-words = الخيار “{ $name }” مكرر. يجب أن تكون لكل خيار كلمات خاصة.
check-text-too-long = طول هذا النص { $length } والحد الأقصى { $max }، وإلا فلن تتسع له كل القنوات. يجب تقصيره.
check-unknown-placeholder = { $placeholder } غير معروف. يمكن استعمال {"{"}activity{"}"} أو {"{"}theme{"}"} أو {"{"}organisation{"}"}، أو حذف القوسين.
check-placeholder-missing = { $placeholder } موجود في النص الهولندي وليس هنا. يُضاف هنا أيضًا.
check-placeholder-extra = { $placeholder } موجود هنا وليس في النص الهولندي. يُحذف من هنا أو يُضاف هناك أيضًا.
check-min-max = قيمة “min” ({ $min }) أكبر من “max” ({ $max }). يجب تبديلهما.
check-more-than-options = العدد هنا { $count } لكن عدد الخيارات { $options } فقط. يجب خفض العدد.
check-second-open = هذا سؤال مفتوح ثانٍ. سؤال واحد يكفي: يجب تحويله إلى سؤال بخيارات.
check-open-not-last = السؤال المفتوح ليس في النهاية. يجب وضعه أخيرًا.
check-feeling-order = في سؤال الشعور لكل خيار اتجاه، من الجيد إلى السيئ. تُكتب “side” من الأعلى إلى الأسفل: { $order }.
check-feeling-emoji = الخيار “{ $code }” بلا إيموجي. في سؤال الشعور لكل خيار إيموجي وكلمات.
check-accessible-scale = في مجموعة الأسئلة الميسّرة تكون أسئلة الشعور بثلاثة خيارات فقط، لا أربعة ولا خمسة، وبلا أرقام من 0 إلى 10. يجب تغيير السؤال.
check-accessible-emoji = { $emoji } صورة مجازية ولا تناسب مجموعة أسئلة ميسّرة. يُختار وجه أو يُحذف الإيموجي.

# How questions are asked
check-channel-twice = “{ $name }” مكتوب هنا مرتين. يكفي واحد.
check-not-on-any = بهذه الطريقة لا يُطرح هذا السؤال في أي قناة. يجب حذف قناة من “notOn”، أو حذف السؤال.
check-open-not-on-web = السؤال المفتوح غير المسموح به في المحادثة تُكتب إجابته دائمًا على صفحة الويب. يجب حذف “web” من “notOn”.
check-picture-lacking = الخيار “{ $code }” بلا صورة، ولخيارات أخرى صور. يجب أن تكون “picture” لكل خيار، أو بلا صور إطلاقًا.
check-alone = تُستعمل “alone” فقط في سؤال له أكثر من إجابة (type: multi). يجب حذفها من “{ $code }”.
check-all-alone = لكل خيار “alone”. توضع فقط عند خيار مثل “لا شيء من ذلك”.
check-erases = “{ $name }” ليس سؤالًا مفتوحًا سابقًا. في “erases” تُكتب فقط مفاتيح أسئلة مفتوحة تأتي قبله.
check-retrospective-feeling = تُستعمل “retrospective” فقط مع سؤال الشعور (type: feeling). يجب حذفها أو تغيير النوع.
check-retrospective-now = هذا السؤال عن الماضي، لكن لا يوجد سؤال عن الشعور الآن. يجب إضافة سؤال بالخيارات نفسها.
check-retrospective-scale = هذا السؤال عن الماضي، لكن بمقياس مختلف عن “{ $name }”. يجب استعمال الرموز والإيموجي والكلمات نفسها.

# Words and emoji
check-bare-emoji = هنا { $emoji } بلا كلمات. لا يفهم الجميع الإيموجي بالطريقة نفسها: يجب إضافة كلمة أو كلمتين.
check-emoji-in-words = بين الكلمات { $emoji }. يوضع الإيموجي وحده تحت “emoji”.
check-one-emoji = “{ $emoji }” ليس إيموجي واحدًا. المطلوب واحد فقط.
check-banned-emoji = { $emoji } يُساء فهمه كثيرًا وغير مسموح به. يمكن مثلًا اختيار 😃 أو 🙂 أو 😐 أو 🙁 أو 😢.
check-identity = هذا سؤال عن هوية الشخص (“{ $phrase }”). لا نحفظ أبدًا مثل هذه البيانات مع الإجابات. المطلوب سؤال آخر.
check-opinion = هذا سؤال عن الرأي (“{ $phrase }”). المطلوب السؤال عما عناه الشيء أو كيف كان، لا عن الرأي فيه.

# Conditions
check-show-self = السؤال “{ $name }” ينتظر إجابته هو، فلن يراه أحد. يجب أن يشير إلى سؤال سابق.
check-show-later = السؤال “{ $name }” ينتظر “{ $wanted }” الذي يأتي لاحقًا. يجب وضعه بعده.
check-show-loop = السؤالان “{ $name }” و“{ $wanted }” ينتظر كل منهما الآخر، فلن يراهما أحد. يجب حذف أحد الشرطين.
check-show-unknown = السؤال “{ $name }” ينتظر “{ $wanted }” وهو غير موجود. يجب التحقق من المفتاح.
check-show-code = السؤال “{ $name }” ينتظر “{ $code }” في “{ $wanted }” وهذه الإجابة غير موجودة. الإجابات الموجودة: { $known }.

# Tips about the words of a question: nothing is refused for these
check-tip-long = نصيحة: في هذه الجملة { $count } من الكلمات. الأفضل { $max } على الأكثر. يمكن تقسيمها إلى جملتين أو حذف كلمات.
check-tip-hard = نصيحة: “{ $word }” صعبة على كثير من الشباب. الأفضل كتابتها كما يقولونها.
check-tip-double = نصيحة: هنا سؤالان في واحد (“{ $text }”). لا يمكن لإجابة واحدة أن تناسب السؤالين. الأفضل اختيار سؤال واحد.
check-tip-not = نصيحة: “{ $word }” تجعل الإجابة عن هذا السؤال صعبة. الأفضل السؤال بلا نفي.
check-tips = { $tips ->
    [one] ونصيحة واحدة. النصيحة لا توقف شيئًا.
    [two] ونصيحتان. النصيحة لا توقف شيئًا.
   *[other] و{ $tips } من النصائح. النصيحة لا توقف شيئًا.
}

# The command
check-more = وفي هذا الملف أخطاء أخرى عددها { $count }. يجب تصحيح ما سبق أولًا.
check-good = كل شيء على ما يرام. المنظمات: { $organisations }، الطرق: { $methods }.
check-count = عدد الأخطاء: { $faults }، عدد الملفات: { $files }.

# Help lines, and who reads open answers
check-no-moderator = في الطريقة «{ $name }» سؤال مفتوح («{ $question }»)، لكن لا أحد يقرأ الإجابات. يُكتب عند «moderator» من يقرؤها. حتى ذلك الحين يطرح Pols الأسئلة الأخرى دون السؤال المفتوح.
check-lines-missing = الملف helplines.yaml غير موجود. يجب إرجاعه. حتى ذلك الحين لا يطرح Pols أسئلة مفتوحة وتكون بطاقة المساعدة قصيرة.
check-line-old = آخر مراجعة لـ «{ $name }» كانت في { $date }: قبل أكثر من نصف سنة. تجب مراجعة الاسم والرقم والأوقات والعنوان ثم كتابة تاريخ اليوم. حتى ذلك الحين لا يطرح Pols أسئلة مفتوحة.
check-line-ahead = التاريخ { $date } عند «{ $name }» لم يأت بعد. يُكتب اليوم الذي راجع فيه شخص الخط فعلًا. حتى ذلك الحين لا يطرح Pols أسئلة مفتوحة.
check-line-language = تنقص هنا { check-lang-name }. سيقرأ الشباب الهولندية بدلًا منها. تجب إضافة «{ $language }».
check-lines-emergency = لا يوجد رقم للخطر في { $country }. يُكتب «emergency: true» عند أحد الخطوط، مثل 112.
check-lines-country = لا يوجد في helplines.yaml أي خط لـ { $country }. تجب إضافة خط. حتى ذلك الحين لا يطرح Pols هنا أسئلة مفتوحة.
check-phone = «{ $name }» يحتوي أرقامًا ومسافات فقط، 16 حرفًا على الأكثر.
check-month-day = «{ $name }» يجب أن يكون شهرًا ويومًا، مثل '09-01'، بين علامتي اقتباس.

# Pictograms
check-picture-alt = تنقص الصورة «{ $name }» { check-lang-name } في «alt». الرجاء ذكر ما يُرى بتلك اللغة.
check-picture-file = لا يمكن عرض الصورة «{ $name }». الرجاء وضع ملف PNG بهذا الاسم في المجلد «pictograms»: ‏8 بت لكل قناة، غير متداخل، 1024 بكسل على الأكثر عرضًا وارتفاعًا و200 كيلوبايت.
check-no-picture = الصورة «{ $name }» غير موجودة في pictograms/pictograms.yaml. الرجاء إضافتها مع alt وlicence وcredit، أو حذف «picture» هنا. حتى ذلك الحين لا صورة لهذا السؤال.
check-card-no-set = طريقة من نوع questions تحتاج إلى أسئلة. ضعها تحت set.
check-card-set = فقط طريقة من نوع questions لها set. احذف set أو اجعل النوع kind: questions.
check-card-tally = فقط طريقة من نوع activity لها ورقة عدّ. احذف tally أو اجعل النوع kind: activity.
check-card-no-url = طريقة من نوع link تحتاج إلى عنوان. ضعه عند url.
check-card-no-reason = قل عند reason لماذا هذه الطريقة ليست هنا.
