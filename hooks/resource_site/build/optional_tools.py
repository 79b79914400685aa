"""Tools that a build requires and a preview can do without."""

from collections.abc import Callable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("resources")


class OptionalTool:
    """A tool that may not be installed; ``is_available`` is set by ``prepare``."""

    def __init__(self, feature: str, missing: type[Exception], advice: str) -> None:
        """Create a tool for ``feature``; ``advice`` is one line on how to install it.

        ``missing`` is the exception that ``prepare`` handles; a build fails with its message.
        """
        self.is_available = True
        self._advice = advice
        self._feature = feature
        self._missing = missing

    def prepare(self, require: Callable[[], object], *, preview: bool) -> None:
        """Call ``require`` to find out whether the tool is available.

        If it is not, a preview warns once; otherwise ``PluginError`` is raised.
        """
        try:
            require()
        except self._missing as error:
            if not preview:
                raise PluginError(str(error)) from error
            if self.is_available:
                log.warning(f"the preview leaves out {self._feature}. {self._advice}")
            self.is_available = False
