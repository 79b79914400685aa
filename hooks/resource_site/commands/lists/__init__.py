"""Commands that list what the site has."""
