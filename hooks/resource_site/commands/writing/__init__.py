"""Commands that write new files: from a template, or from a document."""
