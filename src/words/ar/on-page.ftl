# في الصفحة الخاصة: مكان المستند أو الرسم.
page-pdf = مستند (PDF)
page-markdown = مستند (Markdown)
page-csv = جدول (CSV)
page-figure = إلى الرسم في هذه الصفحة
