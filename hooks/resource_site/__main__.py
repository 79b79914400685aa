"""``python -m resource_site``: the same as the ``resources`` command."""

from .cli import main

main()
