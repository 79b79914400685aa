"""Checks of drawings (SVG) and other XML files against an allow-list."""
