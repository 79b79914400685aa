"""HTML among Markdown, held to a list of what may stand."""
