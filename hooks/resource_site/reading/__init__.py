"""Reading files of ``docs/`` into models, with the position of every mistake."""
