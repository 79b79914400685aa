"""Slips in Markdown, found among the tokens."""
