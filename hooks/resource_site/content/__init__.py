"""What staff write, as validated models, and the library that holds all of it."""
