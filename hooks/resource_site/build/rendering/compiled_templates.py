"""Templates as Python has compiled them, for a preview, which needs the same ones at each save."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Kept in memory alone: compiled code from a file would run whatever stands in the file.

    Jinja2 compiles a template again when its text changed.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` what was compiled before, if anything was."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what ``bucket`` holds."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
