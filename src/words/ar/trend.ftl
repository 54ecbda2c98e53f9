# على مر الوقت: السؤال نفسه مرة بعد مرة.
trend-heading = 📅 على مر الوقت · { $survey }
trend-question = { $number }. { $question } — { $part }
trend-between = من { $least } إلى { $most } من { $base }
trend-hidden = إجابات قليلة جدًا
trend-break-scale = — من هنا: سؤال آخر أو إجابات أخرى —
trend-break-set = — من هنا: أسئلة أخرى حوله —
trend-few = لم يُطرح السؤال بعد ثلاث مرات بالطريقة نفسها. لا يمكن بعد قراءة خط من هذا.
trend-care = في كل مرة أجابت مجموعة أخرى. انظروا إن كان هذا مألوفًا لكم وتحدثوا عنه.
trend-none = لا شيء بعد لوضعه جنبًا إلى جنب. يلزم ملخصان على الأقل يعرضان السؤال نفسه.
trend-more = السؤال { $numbers }: في صفحة الويب.
trend-older = مرات أقدم: في صفحة الويب.
