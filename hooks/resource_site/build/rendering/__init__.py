"""Pages made with their templates, or kept where they would come out the same."""
