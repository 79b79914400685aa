"""The pydantic models of what staff write, and the ``Library`` of all content."""
