# Op een eigen pagina: waar een document of een figuur staat.
page-pdf = Document (PDF)
page-markdown = Document (Markdown)
page-csv = Tabel (CSV)
page-figure = Naar de figuur op deze pagina
