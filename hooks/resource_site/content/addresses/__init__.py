"""Names of files, and where their pages stand on the site."""
