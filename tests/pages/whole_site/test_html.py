"""The HTML standard's own checker has nothing to say about any page."""

from html_checker import complaints
from small_site import Site


def test_no_page_has_an_error_or_a_warning(real_site: Site) -> None:
    pages = sorted((real_site.folder / "site").rglob("*.html"))
    assert len(pages) > 15
    assert complaints(pages) == []
