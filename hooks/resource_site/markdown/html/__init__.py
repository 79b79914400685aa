"""Raw HTML in Markdown: the allow-list, the tokenizer and the checks."""
