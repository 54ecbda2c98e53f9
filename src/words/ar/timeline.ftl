## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = الموعد "{ $name }" بلا عنوان. يلزم إضافة "title": ماذا يحدث في هذا الموعد.
check-plan-when = يجب أن يكون للموعد "{ $name }" يوم واحد: "on" مع تاريخ، أو "after" مع موعد آخر، وليس الاثنان معًا.
check-plan-unknown = يأتي "{ $name }" بعد "{ $moment }"، لكن هذا الموعد غير معروف. المواعيد المعروفة: { $known }.
check-plan-loop = هذه المواعيد ينتظر بعضها بعضًا في حلقة: { $way }. يلزم إعطاء أحدها تاريخًا بواسطة "on".
check-plan-outside = يقع الموعد "{ $name }" في { $date }. هذا خارج سنة العمل، من { $first } إلى { $last }. يلزم اختيار يوم بينهما، أو التحقق من "year".
check-plan-twice = الموعد الثابت { $kind } موجود هنا مرة أخرى، عند "{ $name }". يلزم الإبقاء على واحد لكل سنة عمل.
