"""What an article needs on paper that a screen does not: where its links and videos lead."""

import re
from html import escape, unescape
from urllib.parse import urljoin

_LINK = re.compile(r'<a\b(?P<before>[^>]*?)\bhref="(?P<href>[^"#:][^":]*)"')
_VIDEO = re.compile(r"<(?P<tag>video|audio)\b(?P<inside>.*?)</(?P=tag)>", re.DOTALL)
_SOURCE = re.compile(r'\bsrc="(?P<src>[^"]+)"')
_TITLE = re.compile(r'\b(?:title|aria-label)="(?P<title>[^"]+)"')


def ready_for_paper(html: str, page_url: str) -> str:
    """Return an article's body with whole addresses for its style on paper to show.

    A link inside the site gets its own in ``data-address``; a video or recording is followed by a
    link that only paper shows.
    """

    def link(found: re.Match[str]) -> str:
        address = escape(urljoin(page_url, unescape(found["href"])))
        return f'<a{found["before"]}data-address="{address}" href="{found["href"]}"'

    def video(found: re.Match[str]) -> str:
        source = _SOURCE.search(found["inside"])
        if source is None:
            return found[0]
        title = _TITLE.search(found["inside"])
        kind = "Video" if found["tag"] == "video" else "Recording"
        words = f"{kind}: {title['title']}" if title else kind
        address = escape(urljoin(page_url, unescape(source["src"])))
        return f'{found[0]}<p class="on-paper"><a href="{address}">{words}</a></p>'

    return _VIDEO.sub(video, _LINK.sub(link, html))
