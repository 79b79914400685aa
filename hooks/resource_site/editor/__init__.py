"""The browser editor at ``/admin/`` and the JSON Schemas, both made from the models."""
