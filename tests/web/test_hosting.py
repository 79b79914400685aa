"""The built site on a host that sends its headers: nothing is refused, and caching is right."""

import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, ConsoleMessage, Page

from browser import visitor
from built_sites import BuiltSites
from changed_settings import with_settings
from conftest import MakeSite
from real_pages import PAGES
from resource_site.web.fonts import fonts
from samples import EVERY_KIND, article
from serving import serve
from small_site import PROJECT, Site

MOVED = {
    "withdrawn": "articles/gone/",
    "moved": "articles/old/",
    "overdue": "articles/late/",
    "every kind of item": "checklists/every-kind/",
}
LEADS_ON = {MOVED["moved"]: "articles/new/"}
DRAWING = (
    article("gone", "withdrawn: It was out of date.")
    + article("new", "moved_from: [old]")
    + article("late", "published: 2023-01-01\nreviewed: 2023-01-01")
    + EVERY_KIND.replace("minutes:", "moved_from: [some-kinds]\n    minutes:")
)


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(DRAWING)


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with serve(site.path("")) as address:
        yield address


def visit(page: Page, address: str, end: str) -> None:
    """Open ``address``, and return when ``end``, the page it shows or leads on to, is loaded.

    A page that leads on may be left before its own load is told of: wait for its arrival alone.
    """
    page.goto(address, wait_until="commit")
    page.wait_for_url(lambda url: url == end, wait_until="load")


def said(browser: Browser, start: str, addresses: list[str]) -> list[str]:
    """Visit every address, and return all that the browser complained of."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e =>"
        " console.error(`refused: ${e.violatedDirective} ${e.blockedURI}`))"
    )
    for address in addresses:
        visit(page, start + address, start + LEADS_ON.get(address, address))
    context.close()
    return complaints


def test_the_headers_refuse_nothing_on_any_kind_of_page(
    browser: Browser, real_address: str, address: str
) -> None:
    found = said(browser, real_address, list(PAGES.values()))
    assert found == []
    assert said(browser, address, list(MOVED.values())) == []


@pytest.mark.parametrize("headers", [True, False], ids=["headers", "no headers"])
def test_the_policy_does_refuse_what_is_not_ours(
    browser: Browser, site: Site, headers: bool
) -> None:
    """Each page holds its policy too, for hosts that send none, such as GitHub Pages."""
    with serve(site.path(""), headers=headers) as address, visitor(browser) as context:
        page = context.new_page()
        for path in ("", "404.html"):
            page.goto(address + path)
            refused = page.evaluate(
                """() => new Promise(done => {
                    document.addEventListener("securitypolicyviolation", e => {
                        done(e.violatedDirective);
                    }, { once: true });
                    const script = document.createElement("script");
                    script.textContent = "window.ran = true";
                    document.head.append(script);
                })"""
            )
            assert refused.startswith("script-src")
            assert page.evaluate("window.ran === undefined")


def test_every_page_has_its_policies_before_all_else(site: Site) -> None:
    pages = [name for name in site.files() if name.endswith(".html")]
    assert len(pages) > 10
    for name in pages:
        first, second, third = site.page(name).all("head > *")[:3]
        assert first.attributes.get("charset") == "utf-8", name
        assert second.attributes.get("http-equiv") == "Content-Security-Policy", name
        assert third.attributes == {"name": "referrer", "content": "same-origin"}, name


def test_a_site_in_a_folder_of_its_host_has_its_path_in_headers_and_redirects(
    make_site: MakeSite, browser: Browser, tmp_path: Path
) -> None:
    home = "https://resources.inclusive-recruiting.example/"
    site = with_settings(make_site(DRAWING), f"site_url: {home}", f"site_url: {home}help").built()
    headers = site.path("_headers").read_text(encoding="utf-8")
    patterns = [line for line in headers.splitlines() if line.startswith("/")]
    assert patterns[0] == "/help/*"
    assert all(pattern.startswith("/help/") for pattern in patterns)
    moved = site.path("_redirects").read_text(encoding="utf-8")
    assert "/help/articles/old/ /help/articles/new/ 301\n" in moved
    worksheet = "checklists/every-kind/worksheet.pdf"
    assert f"/help/checklists/some-kinds/worksheet.pdf /help/{worksheet} 301\n" in moved
    nginx = site.path("_nginx.conf").read_text(encoding="utf-8")
    assert '"/help/articles/old" "/help/articles/new/";' in nginx
    assert r'"~^/help/sw\.js$" "no-cache";' in nginx
    # On a host like that, with the headers among its own: nothing is refused, and the worker comes.
    host = tmp_path / "host"
    host.mkdir()
    site.path("").rename(host / "help")
    (host / "_headers").write_text(headers, encoding="utf-8")
    with serve(host) as address, browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(f"{address}help/articles/new/")
        assert answer
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        scope = page.evaluate("navigator.serviceWorker.ready.then(worker => worker.scope)")
        assert scope == f"{address}help/"
        assert said(browser, f"{address}help/", ["", "search/", "404.html", *MOVED.values()]) == []


def test_nginx_leads_to_the_host_that_it_is_for() -> None:
    """Whoever asks decides what ``$host`` is."""
    server = (PROJECT / "deploy/nginx.conf").read_text(encoding="utf-8")
    assert "return 301 https://$server_name$request_uri;" in server
    assert "$host" not in server


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_site_can_be_read_by_its_web_server(make_site: MakeSite) -> None:
    site = make_site("docs/assets/a.txt\n    x\n" + article("hello"))
    before = os.umask(0o077)
    try:
        result = site.build(COLUMNS="80")  # starts a program that has our mask
    finally:
        os.umask(before)
    assert result.returncode == 0, result.stderr
    for path in (site.path(""), *site.path("").rglob("*")):
        wanted = 0o755 if path.is_dir() else 0o644
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_an_old_address_leads_on_in_a_browser(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    old = MOVED["moved"]
    visit(page, address + old, address + LEADS_ON[old])
    assert page.locator("h1").inner_text() == "New"
    context.close()


def test_every_file_has_each_header_once(site: Site) -> None:
    """Hosts join the values of rules that name one file: together they mean another thing."""
    rules: list[tuple[re.Pattern[str], list[str]]] = []
    for line in site.path("_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rules.append((re.compile(re.escape(line).replace(r"\*", ".*")), []))
        else:
            rules[-1][1].append(line.strip().partition(":")[0])
    assert len(rules) > 5
    for name in site.files():
        sent: list[str] = []
        for header in (h for rule, headers in rules if rule.fullmatch(f"/{name}") for h in headers):
            if header.startswith("! "):
                sent.remove(header[2:])
            else:
                sent.append(header)
        assert len(sent) == len(set(sent)), name
        assert len(sent) >= (5 if name.endswith(".html") else 2), name


HASHED = re.compile(
    r"(script|fonts)\.[0-9a-f]{10}/|\.[0-9a-f]{8,10}\.\w+$|/libraries-[0-9a-f]{12}/"
)


def test_what_may_be_kept_for_ever_has_an_address_made_from_its_content(
    site: Site, tmp_path: Path
) -> None:
    text = site.path("_headers").read_text(encoding="utf-8")
    for_ever = r"^(/.*)\n(?:  ! .*\n)*  Cache-Control: .*immutable"
    patterns = re.findall(for_ever, text, re.MULTILINE)
    rules = re.compile("|".join(re.escape(one).replace(r"\*", ".*") for one in patterns))
    kept = [name for name in site.files() if rules.fullmatch(f"/{name}")]
    assert {name.rpartition(".")[2] for name in kept} >= {"css", "js", "png", "woff2"}
    assert [name for name in kept if not HASHED.search(name)] == []
    overrides = Path(shutil.copytree(PROJECT / "overrides/assets", tmp_path / "assets")).parent
    before = fonts(overrides).folder
    assert [name for name in kept if name.startswith(before)]
    (tmp_path / "assets/fonts/literata-core.woff2").write_bytes(b"another font")
    assert fonts(overrides).folder != before


def test_the_nginx_settings_send_every_header_the_build_writes(site: Site) -> None:
    made = set(re.findall(r"\$resources_\w+", site.path("_nginx.conf").read_text(encoding="utf-8")))
    server = (PROJECT / "deploy/nginx.conf").read_text(encoding="utf-8")
    assert made == set(re.findall(r"\$resources_\w+", server))
    assert len(made) == 9


NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


@pytest.fixture(scope="module")
def nginx(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HTTPConnection]:
    """Run the sample settings, without their certificate, and return a connection to them."""
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "site").symlink_to(site.path("").resolve())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sample = (PROJECT / "deploy/nginx.conf").read_text(encoding="utf-8")
    sample = sample.replace("/srv/inclusive-resources", str(folder))
    sample = re.sub(r"server \{\n    listen 80;.*?\n\}", "", sample, flags=re.DOTALL)
    sample = re.sub(r"    (ssl_certificate.*|listen \[::\].*)\n", "", sample)
    sample = sample.replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}")
    places = "".join(
        f"{kind}_temp_path {folder};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/errors;\n"
        "events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
        + places
        + sample
        + "}\n"
    )
    process = subprocess.Popen([NGINX, "-c", str(config)], stderr=subprocess.PIPE, text=True)
    try:
        yield _connected(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _connected(process: subprocess.Popen[str], port: int) -> HTTPConnection:
    while process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.connect()
        except ConnectionRefusedError:
            continue
        return connection
    raise AssertionError(process.stderr.read() if process.stderr else "nginx stopped")


def get(connection: HTTPConnection, address: str) -> HTTPResponse:
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    return answer


@pytest.mark.skipif(not Path(NGINX).exists(), reason="nginx is not on this computer")
def test_nginx_sends_what_the_build_wrote(site: Site, nginx: HTTPConnection) -> None:
    expected = dict(
        line.strip().split(": ", 1)
        for line in site.path("_headers").read_text(encoding="utf-8").splitlines()[1:8]
    )
    style = next(name for name in site.files() if name.startswith("assets/site."))
    of_files = {"X-Content-Type-Options", "Cross-Origin-Resource-Policy"}
    for address, status, cache in (
        ("/", 200, "no-cache"),
        ("/articles/new/", 200, "no-cache"),
        ("/sw.js", 200, "no-cache"),
        (f"/{style}", 200, "public, max-age=31536000, immutable"),
        ("/assets/icon-192.png", 200, "public, max-age=86400"),
        ("/nothing/here/", 404, "no-cache"),
    ):
        answer = get(nginx, address)
        assert answer.status == status, address
        assert answer.getheader("Cache-Control") == cache, address
        # The rest has an effect on pages alone, and a page loads many styles, fonts and scripts.
        wanted = {
            name: value if name in of_files or address != f"/{style}" else None
            for name, value in expected.items()
        }
        assert {name: answer.getheader(name) for name in expected} == wanted, address
    assert get(nginx, "/manifest.webmanifest").getheader("Content-Type") == (
        "application/manifest+json"
    )


@pytest.mark.skipif(not Path(NGINX).exists(), reason="nginx is not on this computer")
def test_what_nginx_sends_refuses_nothing(browser: Browser, nginx: HTTPConnection) -> None:
    start = f"http://127.0.0.1:{nginx.port}/"
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(start)
        scope = page.evaluate("navigator.serviceWorker.ready.then(worker => worker.scope)")
        assert scope == start
    assert said(browser, start, ["search/", MOVED["every kind of item"]]) == []


@pytest.mark.skipif(not Path(NGINX).exists(), reason="nginx is not on this computer")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/articles/old/", "/articles/new/"),
        ("/articles/old", "/articles/new/"),
        ("/checklists/some-kinds/worksheet.pdf", "/checklists/every-kind/worksheet.pdf"),
        ("/articles", "/articles/"),
    ],
)
def test_nginx_leads_old_addresses_on(nginx: HTTPConnection, old: str, new: str) -> None:
    answer = get(nginx, old)
    assert answer.status == 301
    assert str(answer.getheader("Location")).endswith(new)


@pytest.mark.skipif(not Path(NGINX).exists(), reason="nginx is not on this computer")
@pytest.mark.parametrize("name", ["_headers", "_redirects", "_nginx.conf"])
def test_nginx_keeps_what_is_for_hosts_from_readers(nginx: HTTPConnection, name: str) -> None:
    assert get(nginx, f"/{name}").status == 404


def test_every_recipe_checks_before_it_builds() -> None:
    netlify = tomllib.loads((PROJECT / "netlify.toml").read_text(encoding="utf-8"))
    workflow = yaml.safe_load((PROJECT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    recipe = [
        "sh tools/setup site",
        ".venv/bin/resources check --publish",
        ".venv/bin/mkdocs build --strict",
    ]
    assert netlify["build"]["command"].split(" && ") == recipe
    # What the check finds stands beside its line on GitHub; what changes, in the run's summary.
    *made, summary, listing = [step.partition(" --format github")[0] for step in steps]
    assert made == recipe
    assert summary.startswith("sh tools/summarise ")
    assert "cyclonedx-py environment" in listing
    assert netlify["build"]["publish"] == "site"
    for file in (PROJECT / ".github/workflows").glob("*.yml"):
        assert yaml.safe_load(file.read_text("utf-8"))["jobs"], file.name
    # PyYAML reads the key "on" as true, as YAML 1.1 has it.
    assert set(workflow[True]) == {"push", "schedule", "workflow_dispatch"}
