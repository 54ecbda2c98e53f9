# Sur une page personnelle : où se trouve un document ou une figure.
page-pdf = Document (PDF)
page-markdown = Document (Markdown)
page-csv = Tableau (CSV)
page-figure = Vers la figure sur cette page
