"""Rendering pages, or taking them from the cache."""
