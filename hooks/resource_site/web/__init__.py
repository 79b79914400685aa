"""Everything published besides pages: feeds, icons, styles, scripts, headers, search."""
