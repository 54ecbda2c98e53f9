## The menu of people with a role.

staff-menu = { $organisation } · { $name }
staff-menu-session = اللقاءات
staff-menu-surveys = الاستطلاعات والاتفاقات
staff-menu-digest = الملخصات
staff-menu-answers = الإجابات المفتوحة
staff-menu-feedback = الرد على الشباب
staff-menu-report = للحديث
staff-menu-timeline = الجدول الزمني
staff-menu-roles = من يفعل ماذا
staff-menu-link = ربط قناة
staff-menu-methods = طرق القياس
staff-menu-data = مشاركة البيانات
staff-menu-talk = حوار عن القياس
staff-menu-sheet = أوراق العمل
staff-menu-other = إلى { $organisation }
staff-chosen = الآن: { $organisation }. للمتابعة: /menu
# Not allowed with this role; and no role at all.
staff-may-not = دورك في { $organisation } لا يسمح بذلك.
staff-nobody = هذا لمن له دور في منظمة. لا دور لهذا الحساب.
