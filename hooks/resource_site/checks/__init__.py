"""What must hold across files, and what may not go out yet."""
