"""Builds: the only package that imports MkDocs."""
