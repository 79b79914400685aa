"""Checks of prose: reading age, sentence length, spelling and the house word list."""
