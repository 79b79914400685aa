"""Plain words: how old a reader must be, which sentences are long, which words to change."""
