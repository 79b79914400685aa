"""All files of the site, as MkDocs' ``File`` objects."""
