"""The fields of content: the types of their values, and how long their texts may be."""
