"""What each build of a preview takes over from the one before."""

from dataclasses import dataclass, field

from ..content.settings import Settings
from ..paper.pdf_engine import IN_ONE_LINE, PdfEngineMissingError
from ..web import search_index
from .build_cache import BuildCache
from .optional_tools import OptionalTool
from .rendering.compiled_templates import CompiledTemplates
from .search_step import Index


@dataclass
class SharedState:
    """Handed to each build, which may change it for the next."""

    cache: BuildCache
    pdf_tool: OptionalTool = field(
        default_factory=lambda: OptionalTool("the PDFs", PdfEngineMissingError, IN_ONE_LINE)
    )
    search_tool: OptionalTool = field(
        default_factory=lambda: OptionalTool(
            "search", search_index.SearchEngineMissingError, search_index.MISSING
        )
    )
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)
    settings: Settings | None = None
    """The last that were right."""
    search: Index = ()
