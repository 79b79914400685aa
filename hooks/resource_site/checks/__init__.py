"""Checks across files: errors that fail a build, and warnings that block publishing."""
