"""The one dialect of Markdown: parsed once, checked and rendered from the same tokens."""
