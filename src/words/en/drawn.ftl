# Pictures with the digest: bars with the same words and numbers as the table.
drawn-alt = Picture with bars. { $parts }
drawn-question = { $number }. { $question }
drawn-part = { $label }: { $text }
drawn-change = From start to end
drawn-moment-start = At the start
drawn-moment-end = At the end
drawn-striped = Striped: the exact number can lie anywhere here.
drawn-over-time = Over time
