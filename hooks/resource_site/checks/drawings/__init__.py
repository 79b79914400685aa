"""Drawings (SVG) and other XML, held to a list of what may stand."""
