"""A linter of Markdown: likely mistakes that the parser accepts."""
