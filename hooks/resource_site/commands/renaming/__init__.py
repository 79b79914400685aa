"""Renaming a file and updating every reference to it, all or nothing."""
