# On a page of one's own: where a document or a figure stands.
page-pdf = Document (PDF)
page-markdown = Document (Markdown)
page-csv = Table (CSV)
page-figure = To the figure on this page
