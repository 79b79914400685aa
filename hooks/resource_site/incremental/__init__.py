"""Incremental builds: the cache, its manifest, dependency tracking and parallel work."""
