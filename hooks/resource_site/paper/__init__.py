"""Worksheets: from HTML to tagged, fillable PDFs."""
