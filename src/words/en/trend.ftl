# Over time: the same question, time after time. Never a line through two points, never a cause.
trend-heading = 📅 Over time · { $survey }
trend-question = { $number }. { $question } — { $part }
trend-between = { $least } to { $most } of { $base }
trend-hidden = too few answers
trend-break-scale = — from here: another question or other answers —
trend-break-set = — from here: other questions around it —
trend-few = Not yet asked three times in the same way. You cannot read a line in this yet.
trend-care = Each time another group answered. See whether you recognise this, and talk about it.
trend-none = There is nothing to put side by side yet. That takes at least two digests that show the same question.
trend-more = Question { $numbers }: see the web page.
trend-older = Earlier times: see the web page.
