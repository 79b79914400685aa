"""The models of the settings: the contact, the organisation and what else mkdocs.yml says."""
