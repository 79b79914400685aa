"""Giving a file another name, with every mention of it mended, all or nothing."""
