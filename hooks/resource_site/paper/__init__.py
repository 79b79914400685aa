"""Sheets on paper: from HTML to tagged, fillable PDFs, each made once."""
