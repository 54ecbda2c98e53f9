# What stands in a typed text where something was taken out.
scrubbed-phone = رقم هاتف
scrubbed-mail = عنوان بريد
scrubbed-link = رابط
scrubbed-account = حساب
scrubbed-bank = رقم حساب بنكي
scrubbed-national = رقم وطني
scrubbed-name = اسم
