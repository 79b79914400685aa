"""What the world asks for besides pages: feeds, icons, styles, scripts, headers, search."""
