"""From files in docs/ to models, with every mistake at its place."""
