"""How long a check may take, whatever is in a file."""

import os

SECONDS = 20 if "COVERAGE_RUN" in os.environ else 5
"""Processor seconds; counting lines takes three times as long as running them."""
