# Young people propose a theme or a question.
proposal-which = لأي منظمة هذا الاقتراح؟
proposal-write-again = ما كُتب لم يُحفظ بعد. تمكن كتابته من جديد بعد قليل.
proposal-ask = يُكتب الموضوع أو السؤال في رسالة واحدة.
proposal-who = يقرؤه العاملون في { $organisation }. لا يظهر لهم من كتبه.
proposal-field = الموضوع أو السؤال
proposal-write = كتابة الاقتراح
proposal-kept = شكرًا. اقتراحك على قائمة { $organisation }. يقرؤه العاملون هناك ولا يظهر لهم من كتبه.
proposal-enough = وصلت منك اليوم { $most } اقتراحات. هذا لم يُحفظ. يمكن تقديم اقتراح آخر غدًا.
proposal-empty = لا يوجد شيء بعد. يُكتب الموضوع أو السؤال في رسالة واحدة.
proposal-long = هذا طويل جدًا. { $max } حرفًا على الأكثر. لم يُحفظ شيء. تمكن كتابته أقصر.
proposal-not-yet = الاقتراحات لمن يشارك مع منظمة. لا توجد مشاركة منك الآن. لم يُحفظ شيء.

# On the coach's page.
coach-proposals = اقتراحات الشباب
coach-proposals-none = لا توجد اقتراحات جديدة. يمكن للشباب تقديم اقتراح عبر /voorstel.
coach-proposals-note = لا نعرف من كتب الاقتراح. ما يشبه اسمًا مغطّى. هل بقي ما يدل على شخص؟ الضغط على “{ coach-proposal-done }” يمحوه.
coach-proposal-on = { $date }
coach-proposal-done = انتهى
coach-done-proposal = الاقتراح لم يعد على القائمة.
desk-no-proposal = هذا الاقتراح لم يعد على القائمة.

# Who young people can ask for contact.
coach-staff = عندما يطلب أحد الشباب التواصل
coach-staff-how = يمكن للشباب طلب أن يتواصل معهم شخص ما. يصل إلى هذا الشخص حديث خاص فيه طريقة الوصول إلى صاحب الطلب ولا شيء غير ذلك. يُختار هذا الشخص في ملف المنظمة عند “safeguarding” و“fallback”. ثم تأتي الدعوة ممن له دور المسؤولية.
coach-staff-safeguarding = شخص الثقة
coach-staff-fallback = البديل
coach-staff-linked = { $role }: { $name }، مرتبط منذ { $date }
coach-staff-waiting = { $role }: { $name }، غير مرتبط بعد
coach-staff-unnamed = { $role }: لم يُختر أحد بعد
