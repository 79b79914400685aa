"""Inclusive Resources: articles and checklists in, a branded site with worksheets out.

The way of the data, one direction only: a file in ``docs/`` is read (``content.reading``), parsed
with its line numbers (``content.yaml_tree``), validated (the models in ``content``), cross-checked
into a ``Library``, and laid out as pages, sheets and PDFs. Only ``edge`` knows MkDocs.
"""
