## On the page of staff: own methods, and the way to worksheets and the impact story. B1.

own-methods-how = Look for a method, or make a version of your own. What you make yourselves, only you see, until you share it.
own-methods-more = Look and do more
own-methods-more-of = Look and do more: “{ $title }”
own-methods-files = Save as a file
own-methods-edit = Changing it can be done in a chat, with /methode. Or in Excel: save the file, change it, and bring it in with the chat.
own-methods-licence = Choose this licence
own-methods-licensed = The licence has been added. You can share the method now.
own-methods-which = Which method?
own-methods-copy = Make a version of our own
own-methods-said = That is saved.
own-methods-look = Look and decide
own-methods-look-at = Look and decide: “{ $title }”
own-methods-note = The organisation reads this. At most 400 characters.
own-sheets-heading = Worksheets and impact story
own-sheets-how = Your own worksheet is yours. A colleague or partner sees only what you share yourself. The conversation opens at the top of this page.
own-sheets-open = To my worksheets
own-sheets-story = To the impact story of the working year
