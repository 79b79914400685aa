"""Reading documents of word processors and web pages, and writing them as Markdown or YAML."""
