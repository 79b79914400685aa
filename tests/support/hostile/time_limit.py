"""How long a check may take, whatever is in a file."""

import os

SECONDS = 20 if "COVERAGE_RUN" in os.environ else 5
"""Processor seconds; a file that takes 1 took 7 where lines were counted, on a busy machine."""
