"""Where the library meets MkDocs; nothing outside this folder imports MkDocs."""
