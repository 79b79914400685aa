"""What staff do with their content, one command a file; ``cli`` lists them."""
