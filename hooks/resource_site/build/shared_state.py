"""State that the builds of a preview share."""

from dataclasses import dataclass, field

from ..content.site.settings import Settings
from ..paper.pdf_engine import SHORT_ADVICE, PdfEngineMissingError
from ..web import search_index
from .cache_location import BuildCache
from .optional_tools import OptionalTool
from .rendering.theme_templates import CompiledTemplates
from .search_step import Index


@dataclass
class SharedState:
    """Passed to each build, which may change it for the next."""

    cache: BuildCache
    pdf_tool: OptionalTool = field(
        default_factory=lambda: OptionalTool("the PDFs", PdfEngineMissingError, SHORT_ADVICE)
    )
    search_tool: OptionalTool = field(
        default_factory=lambda: OptionalTool(
            "search", search_index.SearchEngineMissingError, search_index.MISSING
        )
    )
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)
    settings: Settings | None = None
    """The last valid settings."""
    search: Index = ()
