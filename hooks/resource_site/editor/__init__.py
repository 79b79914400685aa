"""The browser editor at ``/admin/``: what it is made of, and its forms, made from the models."""
