"""From models to what templates of pages get."""
