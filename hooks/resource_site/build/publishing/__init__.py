"""How a finished site takes the place of the last one."""
