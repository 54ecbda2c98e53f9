## The library of methods: searching, reading a card, and what is wrong in the file of a card. B1.
method-heading = Methods to find out together what something means
method-free = Look around. You do not have to use any of them.
method-all = { $count ->
    [one] There is 1 method.
   *[other] There are { $count } methods.
}
method-fit = { $count ->
    [one] 1 method: { $chosen }
   *[other] { $count } methods: { $chosen }
}
method-none = No method found. Search with other words, or choose less.
method-quoted = “{ $words }”
method-too-many = { $count ->
    [one] There is 1 more. Search with one more word.
   *[other] There are { $count } more. Search with one more word.
}
method-by-aspect = What it is about
method-by-time = How much time it takes
method-by-group = Who it is for
method-by-words = Search for a word
method-show-all = Show all
method-show-fit = Show these methods
method-anew = Start again
method-page = Open the library as a page
method-ask-aspect = What should it be about?
method-ask-time = How much time may it take?
method-ask-group = Who are you looking for?
method-which-words = Which word are you looking for?
method-counted = { $label } ({ $count })
method-line = { $title }: { $measures }
method-own = { $title } (yours)
method-more = Next
method-fewer = Previous
method-search = Search differently
method-back = Back
method-gone = This method is no longer in the library.
method-stays = The licence does not allow this method to leave.
method-file = Give me the card as a file
method-file-here = Here is the card “{ $title }”. You can print it or send it on.
method-open-elsewhere = Look at it where it is
method-fact = { $label }: { $text }
method-kind-questions = Questionnaire: Pols can ask it.
method-kind-activity = Activity: you do it yourselves, without Pols.
method-kind-link = Pointer: this method is not here.
method-for = For whom
method-about = About
method-groups = Fits
method-time = Time
method-time-both = { $young ->
    [one] 1 minute for the young person
   *[other] { $young } minutes for the young person
}, { $staff ->
    [one] 1 minute for the youth worker
   *[other] { $staff } minutes for the youth worker
}
method-time-staff = { $staff ->
    [one] 1 minute for the youth worker
   *[other] { $staff } minutes for the youth worker
}, none for the young person
method-items = Questions
method-items-count = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
method-scale = Answers
method-languages = Languages
method-languages-unread = { $all }. Not yet read by somebody who grew up with the language: { $unread }.
method-language-nl = Dutch
method-language-en = English
method-language-fr = French
method-language-ar = Arabic
method-accessibility = Accessible
method-care = Arrange this first
method-where = You find it here:
method-questions = The questions
method-open = own words
method-tally = Counting sheet
method-how = How to do it
method-without-bot = How to do it without Pols
method-example = Example
method-rights = Source, licence and version
method-source = Source
method-credit = Shared by
method-licence = Licence
method-licence-none = No licence. Without a licence this method cannot be shared.
method-licence-name = { $name }.
method-may-free = You may change it.
method-may-marked = You may change it if you say what you changed.
method-may-none = You may not change anything.
method-may-share = You may pass it on.
method-not-share = You may not pass it on.
method-not-share-link = We may not pass it on.
method-not-commercial = Not for making a profit.
method-forbids = Mind this
method-validated = Tested scale
method-origin = Made from
method-parent = { $title }, version { $version }, by { $credit }
method-version = Version
method-changes = What changed
method-aspect-feeling = feeling
method-aspect-meaning = meaning
method-aspect-belonging = belonging
method-aspect-voice = having a say
method-aspect-learning = learning
method-aspect-change = change
method-aspect-wellbeing = wellbeing
method-aspect-goals = own goals
method-aspect-volunteering = volunteering
method-aspect-asking = being asked
method-time-5 = up to 5 minutes
method-time-15 = up to 15 minutes
method-time-more = more than 15 minutes
method-time-light = hardly any time for youth workers
method-group-everybody = everybody
method-group-accessible = who likes it short and predictable
method-group-small-group = small groups
method-group-large-group = large groups
method-group-under-13 = younger than 13
method-group-sixteen-up = 16 and older
method-group-staff = youth workers
method-library = Methods
method-any = All
method-do-search = Search
method-list = All methods
method-take = Take it with you
method-file-md = The card to read or print
method-file-yaml = The card as YAML, for a library of your own
method-file-json = The card as JSON, for other programs
method-look = Look at the methods
check-card-language = “{ $name }” lacks { check-lang-name }. Other texts of this card are in that language: add “{ $language }”.
check-card-no-how = An activity is done without Pols. Say at withoutBot how to do it.
check-card-items = Only a method of the kind link says at items how many questions it has. Take items away.
check-card-changelog-ahead = This version in the changelog does not exist yet: the card is version { $version }. Raise version, or put a lower number here.
check-card-changelog-order = Put the newest version first in the changelog, and each version once.
