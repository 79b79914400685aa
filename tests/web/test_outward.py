"""What the site shows the world besides its pages: feeds, sitemap, pictures, redirects."""

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from PIL import Image

from built_sites import BuiltSites
from samples import ARTICLE, CHECKLIST, article
from small_site import Site

HOME = "https://resources.inclusive-recruiting.example/"
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
}

DRAWING = (
    ARTICLE.replace("title: Being", 'title: "<b>Being</b> & [so] on:').replace(
        "down\n", 'down"\n', 1
    )
    + CHECKLIST.replace("minutes:", "moved_from: [first]\n    minutes:")
    + article("gone", "withdrawn: Gone.\nmoved_from: [went]")
    + article("long", f"title: {'Extraordinarily long '[:14]} {'w' * 55}\npublished: 2026-10-01")
    + article("checked", "published: 2025-01-01\nreviewed: 2026-11-20\nauthor: Ŵyn Łoś")
    + "".join(
        article(f"a{n}", f"published: 2024-01-{n:02}\nreviewed: 2024-02-01\nreview_every: 9 years")
        for n in range(1, 28)
    )
)
NEWEST = ["being-turned-down", "after-a-rejection", "long", "checked"]


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(DRAWING)


def text(site: Site, address: str) -> str:
    return site.path(address).read_text(encoding="utf-8")


def slug(address: str) -> str:
    return address.removeprefix(HOME).strip("/").partition("/")[2]


def test_the_atom_feed_is_what_feed_readers_understand(site: Site) -> None:
    feed = feedparser.parse(site.path("feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Inclusive Resources"
    assert feed.feed.updated == "2026-11-20T00:00:00Z"
    assert [slug(entry.link) for entry in feed.entries[:4]] == NEWEST
    assert feed.entries[0].title_detail.type == "text/plain"
    assert feed.entries[0].title == "<b>Being</b> & [so] on: turned down"
    assert feed.entries[0].summary == "What may help."
    assert feed.entries[3].published == "2025-01-01T00:00:00Z"
    assert feed.entries[3].updated == "2026-11-20T00:00:00Z"
    assert feed.entries[3].author == "Ŵyn Łoś"


def test_the_atom_feed_holds_what_rfc_4287_requires(site: Site) -> None:
    feed = ET.fromstring(text(site, "feed.xml"))  # noqa: S314 - ours
    entries = feed.findall("atom:entry", NAMESPACES)
    assert len(entries) == 20
    for node in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"atom:{name}", NAMESPACES)) == 1
    assert feed.find("atom:link[@rel='self']", NAMESPACES) is not None
    assert feed.findtext("atom:author/atom:name", namespaces=NAMESPACES) == "Inclusive Recruiting"
    ids = [entry.findtext("atom:id", namespaces=NAMESPACES) for entry in entries]
    assert len(set(ids)) == 20


def test_the_json_feed_holds_what_version_1_1_requires(site: Site) -> None:
    feed = json.loads(text(site, "feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{HOME}feed.json"
    assert len(feed["items"]) == 20
    assert [slug(item["url"]) for item in feed["items"][:4]] == NEWEST
    for item in feed["items"]:
        assert item["id"]
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_modified"]).tzinfo == UTC
        assert site.path(item["image"].removeprefix(HOME)).is_file()


@pytest.mark.parametrize("address", ["", "articles/being-turned-down/", "404.html"])
def test_every_page_names_the_feed_the_manifest_and_the_icons(site: Site, address: str) -> None:
    page = site.page(address)
    links = page.all("link[rel=alternate], link[rel=manifest], link[rel=apple-touch-icon]")
    assert len(links) == (3 if address else 4)  # home names the feed in both forms
    folder = site.path(address) if address.endswith("/") else site.path("")
    for link in links:
        href = str(link.attributes["href"])
        file = site.path(href[1:]) if href.startswith("/") else folder / href
        assert file.resolve().is_file(), href


def places(site: Site) -> dict[str, str | None]:
    urls = ET.fromstring(text(site, "sitemap.xml")).findall("map:url", NAMESPACES)  # noqa: S314
    found = {}
    for url in urls:
        place = url.findtext("map:loc", default="", namespaces=NAMESPACES)
        found[place.removeprefix(HOME)] = url.findtext("map:lastmod", namespaces=NAMESPACES)
    assert len(found) == len(urls)
    return found


def test_the_sitemap_says_when_words_last_changed(site: Site) -> None:
    found = places(site)
    assert found["articles/being-turned-down/"] == "2026-11-02"
    assert found["articles/checked/"] == "2026-11-20"
    assert found["articles/"] == "2026-11-20"
    assert found["articles/page/2/"] == "2024-02-01"
    assert found["checklists/"] == "2026-11-02"
    assert found["topics/"] == "2026-11-20"
    assert found[""] == "2026-11-20"
    assert found["contact/"] is None


def test_the_sitemap_names_every_page_for_search_engines_and_no_other(site: Site) -> None:
    pages = {
        path.removesuffix("index.html")
        for path in site.files()
        if path.endswith(".html") and not site.page(path).all("meta[name=robots]")
    }
    assert set(places(site)) == pages
    assert not site.path("sitemap.xml.gz").exists()


def test_robots_may_go_everywhere_and_find_the_sitemap(site: Site) -> None:
    lines = text(site, "robots.txt").split("\n")
    assert lines[:2] == ["User-agent: *", "Disallow:"]
    assert f"Sitemap: {HOME}sitemap.xml" in lines


def test_llms_txt_has_a_title_a_summary_and_lists_of_links(site: Site) -> None:
    lines = text(site, "llms.txt").rstrip("\n").split("\n")
    assert lines[0] == "# Inclusive Resources"
    assert lines[2] == "> Free guides and checklists for anyone looking for work."
    titles = [line for line in lines if line.startswith("## ")]
    assert titles == ["## Articles", "## Checklists", "## Topics", "## Optional"]
    there = f"{HOME}articles/being-turned-down/"
    assert f"- [<b>Being</b> & (so) on: turned down]({there}): What may help." in lines
    assert not [line for line in lines if "gone" in line]


def test_the_manifest_and_its_icons_are_whole(site: Site) -> None:
    manifest = json.loads(text(site, "manifest.webmanifest"))
    assert manifest["name"] == "Inclusive Resources"
    assert manifest["theme_color"] == "#4a2259"
    sizes = {}
    for icon in manifest["icons"]:
        file = site.path(icon["src"])
        if file.suffix == ".png":
            with Image.open(file) as image:
                sizes[icon["sizes"]] = image.size
    assert sizes == {"192x192": (192, 192), "512x512": (512, 512)}
    with Image.open(site.path("assets/apple-touch-icon.png")) as image:
        assert image.size == (180, 180)
        assert image.convert("RGBA").getpixel((0, 0)) == (0x4A, 0x22, 0x59, 255)


def share(site: Site, address: str) -> dict[str, str]:
    metas = site.page(address).all("meta[property^='og:'], meta[name^='twitter:']")
    return {
        str(m.attributes.get("property") or m.attributes.get("name")): str(m.attributes["content"])
        for m in metas
    }


@pytest.mark.parametrize(
    ("address", "alt"),
    [
        ("articles/being-turned-down/", "Article: <b>Being</b> & [so] on: turned down"),
        ("articles/long/", f"Article: Extraordinaril {'w' * 55}"),
        ("checklists/after-a-rejection/", "Checklist: After a rejection"),
        ("topics/after-an-interview/", "Topic: After an interview"),
        ("", "Inclusive Recruiting: Kind, practical help"),
        ("contact/", "Inclusive Recruiting: Kind, practical help"),
    ],
)
def test_a_page_has_a_light_picture_to_share(site: Site, address: str, alt: str) -> None:
    names = share(site, address)
    assert names["og:image:alt"] == names["twitter:image:alt"] == alt
    assert names["og:url"] == HOME + address
    assert names["twitter:card"] == "summary_large_image"
    assert names["og:image"].startswith(f"{HOME}assets/share/")
    picture = site.path(names["og:image"].removeprefix(HOME)).read_bytes()
    assert len(picture) < 40_000
    with Image.open(BytesIO(picture)) as image:
        assert image.format == "PNG"
        assert image.size == (int(names["og:image:width"]), int(names["og:image:height"]))
        assert image.size == (1200, 630)
        # the ground, the foot, and letters between the margins and nowhere else
        pixels = image.convert("RGB")
        assert pixels.getpixel((5, 5)) == (0x4A, 0x22, 0x59)
        assert pixels.getpixel((5, 620)) == (0xF2, 0xB3, 0x3D)
        words = pixels.crop((0, 125, 800, 515))
        assert is_plain(words.crop((0, 0, 78, 390)))
        assert is_plain(words.crop((772, 0, 800, 390)))
        assert is_plain(words.crop((0, 0, 800, 15)))
        assert is_plain(words.crop((0, 370, 800, 390)))
        assert not is_plain(words)


def is_plain(image: Image.Image) -> bool:
    return len(image.getcolors() or [1, 2]) == 1


@pytest.mark.parametrize("address", ["search/", "articles/gone/", "articles/went/", "404.html"])
def test_what_is_not_for_search_engines_offers_nothing_to_share(site: Site, address: str) -> None:
    assert share(site, address) == {}
    assert not site.page(address).all("script[type='application/ld+json']")


def test_redirects_are_lines_that_netlify_and_cloudflare_pages_read(site: Site) -> None:
    assert text(site, "_redirects").splitlines() == [
        "/checklists/first/ /checklists/after-a-rejection/ 301",
        "/checklists/first /checklists/after-a-rejection/ 301",
        *(
            f"/checklists/first/{file} /checklists/after-a-rejection/{file} 301"
            for file in (
                "worksheet.txt",
                "worksheet.docx",
                "worksheet.pdf",
                "worksheet-large-print.pdf",
            )
        ),
        "/articles/went/ /articles/gone/ 301",
        "/articles/went /articles/gone/ 301",
    ]


REQUIRED: dict[str, dict[str, type]] = {
    "Article": {
        "headline": str,
        "datePublished": str,
        "dateModified": str,
        "author": dict,
        "publisher": dict,
        "image": str,
    },
    "LearningResource": {
        "name": str,
        "learningResourceType": str,
        "timeRequired": str,
        "datePublished": str,
        "dateModified": str,
    },
    "BreadcrumbList": {"itemListElement": list},
    "ListItem": {"position": int, "name": str},
    "WebSite": {"name": str, "url": str, "publisher": dict},
    "Organization": {"name": str},
    "Person": {"name": str},
}
"""What Google and schema.org ask of each type we use (looked up in November 2026)."""


def nodes(data: Any) -> list[dict[str, Any]]:
    """Return every typed node of a JSON-LD document."""
    if isinstance(data, list):
        return [node for part in data for node in nodes(part)]
    if not isinstance(data, dict):
        return []
    inner = [node for part in data.values() for node in nodes(part)]
    return [data, *inner] if "@type" in data else inner


def structured(site: Site, address: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        site.page(address).one("script[type='application/ld+json']").text()
    )
    return data


def test_structured_data_on_the_projects_own_site_is_complete(real_site: Site) -> None:
    kinds = set()
    for path in real_site.files():
        page = real_site.page(path) if path.endswith(".html") else None
        for script in page.all("script[type='application/ld+json']") if page else []:
            data = json.loads(script.text())
            assert data["@context"] == "https://schema.org"
            for node in nodes(data):
                kinds.add(node["@type"])
                for name, kind in REQUIRED[node["@type"]].items():
                    assert isinstance(node[name], kind), (path, node["@type"], name)
    assert kinds == set(REQUIRED)


def test_structured_data_says_what_the_page_says(site: Site) -> None:
    about, crumbs = structured(site, "articles/checked/")["@graph"]
    assert about["headline"] == "Checked"
    assert about["datePublished"] == "2025-01-01"
    assert about["dateModified"] == "2026-11-20"
    assert about["author"] == {"@type": "Person", "name": "Ŵyn Łoś"}
    trail = crumbs["itemListElement"]
    assert [crumb["name"] for crumb in trail] == ["Home", "Articles", "Checked"]
    assert [crumb["position"] for crumb in trail] == [1, 2, 3]
    assert [crumb.get("item") for crumb in trail] == [HOME, f"{HOME}articles/", None]


def test_structured_data_cannot_end_its_own_element(site: Site) -> None:
    html = site.page("articles/being-turned-down/").html
    script = html.split("application/ld+json")[1].partition("</script>")[0]
    assert "<" not in script
    (about, _) = structured(site, "articles/being-turned-down/")["@graph"]
    assert about["headline"] == "<b>Being</b> & [so] on: turned down"
