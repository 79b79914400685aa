"""Inclusive Resources: a static site generator for articles, checklists and their worksheets.

Data flows one way: a file in ``docs/`` is read and validated (``reading``) into a model
(``content``), cross-checked into a ``Library`` (``checks``), and rendered as pages (``pages``) and
worksheets (``paper``). Only ``build`` imports MkDocs.
"""
