"""Inclusive Resources: articles and checklists in, a branded site with worksheets out.

Data flows one way: a file in ``docs/`` is read and parsed with its line numbers (``reading``),
validated (the models in ``content``), cross-checked (``checks``) into a ``Library``, and rendered
as web pages (``pages``) and printed sheets (``paper``). Only ``build`` imports MkDocs.
"""
