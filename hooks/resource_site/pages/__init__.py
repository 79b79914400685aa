"""Pages: routes, page data and the context of their templates."""
