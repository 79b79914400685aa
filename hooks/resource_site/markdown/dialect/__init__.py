"""The parser of the dialect, with its own rules and limits, and the HTML renderer."""
