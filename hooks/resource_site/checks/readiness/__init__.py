"""Warnings that block publishing: what articles, checklists and pages still lack."""
