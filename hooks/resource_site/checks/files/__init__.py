"""Checks of files that are published as they stand in ``docs/``."""
