"""Files of a site as MkDocs knows them."""
