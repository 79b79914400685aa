"""The site's dialect of Markdown: parser, checks and HTML, all from one token stream."""
