# What stands in a typed text where something was taken out.
scrubbed-phone = numéro de téléphone
scrubbed-mail = adresse mail
scrubbed-link = lien
scrubbed-account = compte
scrubbed-bank = numéro de compte
scrubbed-national = numéro national
scrubbed-name = nom
