# What stands in a typed text where something was taken out.
scrubbed-phone = telefoonnummer
scrubbed-mail = mailadres
scrubbed-link = link
scrubbed-account = account
scrubbed-bank = rekeningnummer
scrubbed-national = rijksregisternummer
scrubbed-name = naam
