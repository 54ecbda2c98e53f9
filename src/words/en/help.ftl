# What stands in a typed text where something was taken out.
scrubbed-phone = phone number
scrubbed-mail = mail address
scrubbed-link = link
scrubbed-account = account
scrubbed-bank = bank account
scrubbed-national = national number
scrubbed-name = name
