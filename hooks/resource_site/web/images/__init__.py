"""Icons and social cards, made from the design tokens."""
