"""What the tests share: small sites drawn by a test, the project's own site, a real browser."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from browser import launch, visitor
from built_sites import BuiltSites
from compiled_templates import keep_compiled_templates
from editing import PUBLISHED, Editing, add_settings
from fuzzing import FUZZ, USUAL
from reading import Reader, Visit
from real_pages import PAGES
from samples import ARTICLE, CHECKLIST, EASY_READ, EVERY_KIND, article
from serving import serve
from small_site import EPOCH, Site

MakeSite = Callable[..., Site]

keep_compiled_templates()
gc.set_threshold(100_000)  # collecting as often as Python does took 8 % of the time

settings.register_profile(
    "this project",
    max_examples=USUAL * FUZZ,
    derandomize=FUZZ == 1,  # ``make test`` finds the same each time; at night others are looked for
    print_blob=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("this project")


def pytest_xdist_auto_num_workers() -> int:
    """Return one more than there are cores: who drives a browser waits a tenth of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files about the project's own site first.

    Processes that share the work begin at different ends: one builds that site, others do the rest.
    """
    about_it = {item.path for item in items if "real_site" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path not in about_it)


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test happen on the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Return a function that makes a site from a drawing, not built yet."""
    return lambda drawing="": Site(tmp_path, drawing)


@pytest.fixture(scope="session")
def built_sites(tmp_path_factory: pytest.TempPathFactory) -> BuiltSites:
    """Return the built sites that tests only read; nobody writes into one."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "built"
    folder.mkdir(exist_ok=True)
    return BuiltSites(folder)


@pytest.fixture(scope="session")
def real_site(built_sites: BuiltSites) -> Site:
    """Return the project's own site, built."""
    return built_sites.real()


@pytest.fixture(scope="session")
def real_address(real_site: Site) -> Iterator[str]:
    """Return the address at which the project's own site is served."""
    with serve(real_site.folder / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running browser."""
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session", params=PAGES)
def _each_page(
    request: pytest.FixtureRequest, browser: Browser, real_address: str
) -> Iterator[Visit]:
    with visitor(browser, reduced_motion="reduce") as context:
        yield Visit(context.new_page(), real_address, PAGES[request.param])


@pytest.fixture
def each_page(_each_page: Visit) -> Visit:
    """Return a visit to each of the project's own pages, opened once for all tests that only look.

    Such a test finds a large screen in light colours, and leaves nothing behind but its size and
    medium.
    """
    _each_page.page.set_viewport_size({"width": 1280, "height": 900})
    _each_page.page.emulate_media(media="screen", color_scheme="light")
    return _each_page


@pytest.fixture
def reader(browser: Browser, real_address: str) -> Iterator[Reader]:
    """Return someone at a browser of their own, at the project's own site."""
    with visitor(browser, color_scheme="light") as context:
        yield Reader(context, real_address)


@pytest.fixture(scope="session")
def editor_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a built site that publishes the editor, with something of each kind to edit."""
    drawing = ARTICLE + CHECKLIST + EVERY_KIND + article("no-facts", "sources: []") + EASY_READ
    site = Site(tmp_path_factory.mktemp("editor"), drawing)
    add_settings(site, PUBLISHED)
    return site.built()


@pytest.fixture
def editing(browser: Browser, editor_site: Site) -> Iterator[Editing]:
    """Return someone at the editor of that site, who has not opened a folder yet."""
    screen = {"width": 1280, "height": 1400}
    with (
        visitor(browser, viewport=screen, locale="en-US") as context,
        serve(editor_site.folder / "site") as address,
    ):
        yield Editing(context, address)
