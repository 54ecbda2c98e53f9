# What `pols check` says about the files that an organisation edits: what is wrong, and what to do.

check-lang-name = { $language ->
    [nl] Dutch
    [en] English
    [fr] French
    [ar] Arabic
   *[other] { $language }
}

# Files and their layout
check-folder = The folder “{ $name }” is not there or cannot be read. Give the folder that holds “organisations” and “instrumentarium”.
check-file-yml = The name ends in .yml. Call the file .yaml, or it will not be read.
check-file-large = The file is larger than { $kilobytes } kB. Split it, or take out what does not belong.
check-file-utf8 = This line has characters that are not UTF-8. Save the file again as UTF-8.
check-file-empty = The file is empty. Fill it in, or delete it.
check-file-unreadable = The file cannot be read. Check that it is an ordinary file, and that Pols may read it.
check-yaml = The layout is not right here ({ $code }). Check that all quotes, colons and spaces are in place.
check-yaml-tab = There is a tab here. Indent with spaces.
check-yaml-indent = This line is not indented well. Put it as far in as the lines it belongs to.
check-yaml-missing = A character is missing here: a colon, a quote or a bracket. Look at the line above too.
check-yaml-documents = There is more than one document in this file. Remove the line with ---, or make two files of it.
check-yaml-twice = “{ $name }” is here twice. Keep one.
check-yaml-alias = A reference with * is not allowed here. Write the text in full.
check-yaml-key = A key must be a plain word. Put quotes around a text with brackets or braces.
check-yaml-deep = Too many brackets are nested. Make the structure simpler.

# Keys and values
check-unknown-key = I do not know “{ $name }” in this place. Check the spelling and the indent, or remove it.
check-missing-key = “{ $name }” is missing here. Add it.
check-not-a-map = The file must consist of lines such as “id: name”. Look at an example in the same folder.
check-wrong-type = “{ $name }” must be { $expected ->
    [number] a number
    [boolean] true or false
    [list] a list: between [ ], or with a dash on each line
    [map] a group of lines, with names and values
   *[text] a text: put quotes around it
}.
check-not-one-of = “{ $name }” must be one of these: { $allowed }.
check-empty = “{ $name }” is empty. Fill in a text, or remove the line.
check-too-short = “{ $name }” is too short. Write at least { $min } characters.
check-too-few = “{ $name }” has too few items. Give at least { $min }.
check-too-many = “{ $name }” has too many items. Give at most { $max }.
check-too-small = “{ $name }” is too low. The lowest allowed is { $min }.
check-too-big = “{ $name }” is too high. The highest allowed is { $max }.
check-invalid = “{ $name }” is not right. Look at an example in another file.
check-slug = “{ $name }” may only have small letters, digits and _, starts with a letter, and has at most 20 characters.
check-name = “{ $name }” may only have small letters, digits and -, starts with a letter, and has at most 40 characters.
check-id = The id is “{ $id }”, but the file is called “{ $stem }”. Give them the same name.
check-time = “{ $name }” must be a time such as '21:00', with quotes.
check-date = “{ $name }” must be a date that exists, such as '2026-12-09'.
check-date-time = “{ $name }” must be a date and time that exist, such as '2026-12-09T14:00'.
check-timezone = I do not know this time zone. Write a name such as Europe/Brussels, not +01:00.
check-duration = “{ $name }” is not a duration. Write PT45M for 45 minutes, PT2H for 2 hours or P3D for 3 days.
check-duration-range = “{ $name }” must be between { $least } and { $most }.
check-cron-fields = The rhythm has { $count } parts. It must have 5: minute, hour, day, month, weekday.
check-cron-field = In the rhythm, { $field ->
    [minute] the minute
    [hour] the hour
    [dayOfMonth] the day
    [month] the month
    [dayOfWeek] the weekday
   *[other] something
} is not right: “{ $value }”. An example: '0 18 * * 3#1' is every first Wednesday at 18:00.
check-cron-too-often = This rhythm gives { $count } sessions in one day. More than 4 is nearly always a mistake. Check the first two parts: minute and hour.
check-cron-never = This rhythm never comes: the day of the month and the weekday must both match. Set one of the two to *.
check-moment = The moment must be start, end or {"{"} after: PT45M {"}"}.
check-reminder-late = The reminder comes when the questions are already closed (after { $window }). Make it earlier, or write none.

# Languages
check-missing-translation = “{ $name }” lacks { check-lang-name }. { $language ->
    [nl] Add “nl”: that language is always needed.
   *[other] Add “{ $language }”, or remove the language from “languages”.
}
check-own-language = The organisation's own language “{ $language }” is not in “languages”. Add it.
check-set-language = The method “{ $name }” does not exist in { check-lang-name }. Translate it, or remove the language from “languages”.

# Surveys
check-two-aspects = These are two: “{ $text }”. Ask about one aspect, in one sentence. Make another survey for the other.
check-aspect-list = There is more than one aspect here. Ask about one aspect, in one sentence. Make another survey for the other.
check-unknown-series = The series “{ $name }” does not exist. These series exist: { $known }.
check-unknown-set = The method “{ $name }” does not exist. These methods exist: { $known }.
check-set-faulty = The method “{ $name }” has faults of its own. This survey starts when they are solved.
check-over-limit = This question set has { $count } questions and may have { $limit }. Leave some out, or give this survey a “limit” with “questions: { $count }” and a reason.
check-too-many-questions = This question set has { $count } questions. More than 5 is never allowed. Leave some out.
check-other-scale = “{ $start }” (start) and “{ $end }” (end) ask about the feeling on different scales: look at “{ $code }”. Use the same codes, emoji and words in both question sets.

# Questions
check-duplicate-key = An earlier question has the key “{ $name }” already. Give each question a key of its own.
check-duplicate-code = This question has the code “{ $name }” already. Give each option a code of its own.
check-duplicate-words = The option “{ $name }” is there twice. Give each option words of its own.
check-text-too-long = This text has { $length } characters and may have at most { $max }, or it will not fit on every channel. Make it shorter.
check-unknown-placeholder = I do not know { $placeholder }. Use {"{"}activity{"}"}, {"{"}theme{"}"} or {"{"}organisation{"}"}, or remove the braces.
check-placeholder-missing = { $placeholder } is in the Dutch text, but not here. Put it in.
check-placeholder-extra = { $placeholder } is here, but not in the Dutch text. Take it out, or put it there too.
check-min-max = “min” ({ $min }) is larger than “max” ({ $max }). Swap them.
check-more-than-options = It says { $count } here, but there are only { $options } options. Lower the number.
check-second-open = This is a second open question. One is enough: make this a choice question.
check-open-not-last = The open question is not at the end. Put it last.
check-feeling-order = In a feeling question each option has a direction, from good to bad. Set “side” from top to bottom to: { $order }.
check-feeling-emoji = The option “{ $code }” has no emoji. In a feeling question each option has an emoji and words.
check-accessible-scale = An accessible question set has only feeling questions with 3 options, not 4 or 5, and no numbers from 0 to 10. Change the question.
check-accessible-emoji = { $emoji } is a figure of speech and does not fit an accessible question set. Choose a face, or leave the emoji out.

# How questions are asked
check-channel-twice = “{ $name }” is here twice. Keep one.
check-not-on-any = This way the question is asked on no channel at all. Remove a channel from “notOn”, or remove the question.
check-open-not-on-web = An open question that may not be in the chat is always answered on the web page. Remove “web” from “notOn”.
check-picture-lacking = The option “{ $code }” has no pictogram and others do. Give every option a “picture”, or none.
check-alone = “alone” is only for a question with more than one answer (type: multi). Remove it from “{ $code }”.
check-all-alone = Every option says “alone”. Put it only on an option such as “none of these”.
check-erases = “{ $name }” is not an earlier open question. Put only keys of open questions that come before it in “erases”.
check-retrospective-feeling = “retrospective” is only for a feeling question (type: feeling). Remove it, or change the type.
check-retrospective-now = This question looks back, but there is no feeling question about now. Add one with the same options.
check-retrospective-scale = This question looks back, but on another scale than “{ $name }”. Use the same codes, emoji and words.

# Words and emoji
check-bare-emoji = Here { $emoji } stands without words. Not everybody reads an emoji the same way: add one or two words.
check-emoji-in-words = There is { $emoji } in the words. Put an emoji apart, under “emoji”.
check-one-emoji = “{ $emoji }” is not one emoji. Put exactly one.
check-banned-emoji = { $emoji } is misread too often and is not allowed. Choose for example 😃 🙂 😐 🙁 or 😢.
check-identity = This asks who somebody is (“{ $phrase }”). We never keep such data with answers. Ask something else.
check-opinion = This asks for an opinion (“{ $phrase }”). Ask what something meant or how it was, not what somebody thinks of it.

# Conditions
check-show-self = The question “{ $name }” waits for its own answer, so nobody will see it. Refer to an earlier question.
check-show-later = The question “{ $name }” waits for “{ $wanted }”, but that one comes later. Put it behind that one.
check-show-loop = The questions “{ $name }” and “{ $wanted }” wait for each other, so nobody will see them. Remove one of the two conditions.
check-show-unknown = The question “{ $name }” waits for “{ $wanted }”, but that question does not exist. Check the key.
check-show-code = The question “{ $name }” waits for “{ $code }” at “{ $wanted }”, but that answer does not exist. These do: { $known }.

# Tips about the words of a question: nothing is refused for these
check-tip-long = Tip: this sentence has { $count } words. With at most { $max } it reads more easily. Make it two sentences, or leave words out.
check-tip-hard = Tip: “{ $word }” is hard for many young people. Write it the way they would say it.
check-tip-double = Tip: these are two questions in one (“{ $text }”). One answer cannot fit both. Pick one.
check-tip-not = Tip: “{ $word }” makes this question hard to answer. Ask it without a negation.
check-tips = { $tips ->
    [one] And 1 tip. A tip stops nothing.
   *[other] And { $tips } tips. A tip stops nothing.
}

# The command
check-more = And there are { $count } more faults in this file. Solve the others first.
check-good = All is well: { $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisations
}, { $methods ->
    [one] 1 method
   *[other] { $methods } methods
}.
check-count = { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}.

# Help lines, and who reads open answers
check-no-moderator = The method “{ $name }” has an open question (“{ $question }”), but nobody reads along. Write at “moderator” who reads the open answers. Until then Pols asks the other questions, without the open one.
check-lines-missing = The file helplines.yaml is missing. Put it back. Until then Pols asks no open questions and the help card is short.
check-line-old = “{ $name }” was last checked on { $date }: more than half a year ago. Check name, number, hours and address and write today's date. Until then Pols asks no open questions.
check-line-ahead = At “{ $name }” the date { $date } is still to come. Write the day on which somebody really checked the line. Until then Pols asks no open questions.
check-line-language = { check-lang-name } is missing here. Young people then read the Dutch. Add “{ $language }”.
check-lines-emergency = For { $country } there is no number for danger. Write “emergency: true” at a line, for example at 112.
check-lines-country = helplines.yaml has no line for { $country }. Add one. Until then Pols asks no open questions here.
check-phone = “{ $name }” may only have digits and spaces, at most 16 characters.
check-month-day = “{ $name }” must be a month and a day, like '09-01', in quotes.

# Pictograms
check-picture-alt = The pictogram “{ $name }” lacks { check-lang-name } in “alt”. Say in that language what is to be seen.
check-picture-file = The pictogram “{ $name }” cannot be shown. Put a PNG of that name in the folder “pictograms”: 8 bits a channel, not interlaced, at most 1024 pixels wide and high and 200 kB.
check-no-picture = The pictogram “{ $name }” is not in pictograms/pictograms.yaml. Add it with alt, licence and credit, or take “picture” away here. Until then this question has no picture.
check-card-no-set = A method of the kind questions needs questions. Put them under set.
check-card-set = Only a method of the kind questions has a set. Take set away, or make it kind: questions.
check-card-tally = Only a method of the kind activity has a tally. Take tally away, or make it kind: activity.
check-card-no-url = A method of the kind link needs an address. Put it at url.
check-card-no-reason = Say at reason why this method is not here itself.
