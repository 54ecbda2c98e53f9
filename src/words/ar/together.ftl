# لقاءات صغيرة لا تُعرض وحدها، تُحسب معًا. ولا يُذكر العدد الدقيق أبدًا.
together-period = { $sessions } مرات معًا، من { $from } إلى { $until }
together-answers = الإجابات: { $count } على الأقل، في { $sessions } مرات معًا. تُحسب آخر إجابة لكل شخص.
together-figure = { $label }: { $count }
