"""What may stand in a draft of the site and not go out to the world: what a page still lacks."""
