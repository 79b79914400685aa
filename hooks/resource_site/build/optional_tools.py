"""Programs a whole site needs and a preview can do without."""

from collections.abc import Callable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("resources")


class OptionalTool:
    """Whether one such program is on this computer; ``possible`` tells what to offer readers."""

    def __init__(self, makes: str, missing: type[Exception], advice: str) -> None:
        """Take what the program makes, and how to get it, in one line.

        ``missing`` is raised where it is not there; its words are for a build that stops.
        """
        self.possible = True
        self._advice = advice
        self._makes = makes
        self._missing = missing

    def prepare(self, require: Callable[[], object], *, preview: bool) -> None:
        """Learn by ``require`` whether the program is there; a preview says once that it is not.

        Raises ``PluginError`` where it is not and the site is not a preview.
        """
        try:
            require()
        except self._missing as error:
            if not preview:
                raise PluginError(str(error)) from error
            if self.possible:
                log.warning(f"the preview leaves out {self._makes}. {self._advice}")
            self.possible = False
