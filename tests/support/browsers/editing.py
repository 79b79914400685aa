"""Someone at the browser editor, with a folder of the browser's own in the place of a real one.

A browser opens a real folder only through a window that no program may press.
"""

from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect

from resource_site.clock import today
from small_site import Site

PATIENCE = 30_000
"""Milliseconds until an editor that does nothing has failed."""
WRITE = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const last = names.pop();
    let folder = root;
    for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await (await folder.getFileHandle(last, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async () => {
  const found = {};
  async function look(folder, above) {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await look(handle, `${above}${name}/`);
      else found[above + name] = await (await handle.getFile()).text();
    }
  }
  await look(await navigator.storage.getDirectory(), "");
  return found;
}"""
PASTE = """([selector, kinds]) => {
  const clipboardData = new DataTransfer();
  for (const [kind, text] of Object.entries(kinds)) clipboardData.setData(kind, text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(event);
}"""
WORDS = ".text-words"
BEHIND = """(root, words) => {
  root.focus();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const start = node.data.indexOf(words);
    if (start >= 0) return getSelection().collapse(node, start + words.length);
  }
  throw new Error(`"${words}" is not in the text`);
}"""
PUBLISHED = """
  editor:
    publish: true
    same_host_because: The site is only for tests.
    backend:
      name: gitea
      repo: team/site
      api_root: https://git.example/api/v1
"""
STILL = """addEventListener("DOMContentLoaded", () => {
  const style = new CSSStyleSheet();
  style.replaceSync(`*, *::before, *::after {
    backdrop-filter: none !important; transition: none !important; animation: none !important;
  }`);
  document.adoptedStyleSheets.push(style);
})"""
"""Nothing moves or is blurred: a third of all work where there is no graphics card."""
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"


def add_settings(site: Site, lines: str) -> None:
    """Add ``lines`` to what stands under ``extra:``."""
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("  offline: true\n") == 1
    added = f"  offline: true\n{lines.lstrip(chr(10))}"
    file.write_text(text.replace("  offline: true\n", added), encoding="utf-8")


class Editing:
    """The editor of the site at ``address``: what is done there, and what it asked and broke."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page: Page = context.new_page()
        self.asked_elsewhere: list[str] = []
        self.complaints: list[str] = []
        self.page.add_init_script(PICK)
        self.page.add_init_script(STILL)
        self.page.on("request", self._note)
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.clock.set_fixed_time(today().isoformat())

    def _listen(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, f"blob:{self.address}", "data:")):
            self.asked_elsewhere.append(request.url)

    def put(self, files: dict[str, str]) -> None:
        """Put ``files`` into the folder that will be picked."""
        self.page.goto(self.address)
        self.page.evaluate(WRITE, files)

    def open_folder(self, project: Path, files: dict[str, str] | None = None) -> None:
        """Open the editor with the folder ``project``, and with other ``files`` in it."""
        own = {
            file.relative_to(project).as_posix(): file.read_text(encoding="utf-8")
            for file in (project / "mkdocs.yml", *(project / "docs").rglob("*.*"))
        }
        self.put(own | (files or {}))
        self.page.goto(f"{self.address}admin/")
        self.button("Open the folder on this computer").click()
        expect(self.page.get_by_text("Topics and pages").first).to_be_visible(timeout=PATIENCE)

    def go(self, place: str) -> None:
        """Go to a form of the editor, such as ``articles/new``."""
        self.page.goto(f"{self.address}admin/#/collections/{place}")
        expect(self.button("Save")).to_be_visible(timeout=PATIENCE)

    @property
    def text(self) -> Locator:
        """Return the text of an article or a page, as it will read."""
        return self.page.locator(WORDS)

    def go_on_after(self, words: str) -> None:
        """Put the cursor behind ``words``, which stand in one part of the text."""
        self.text.evaluate(BEHIND, words)

    def type(self, text: str) -> None:
        """Type ``text`` where the cursor is; a line end is a press of Enter, a tab one of Tab."""
        for index, part in enumerate(text.split("\t")):
            if index:
                self.press("Tab")
            self.page.keyboard.type(part)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def paste(self, **kinds: str) -> None:
        """Paste what another program put on the clipboard, as ``html`` and ``plain`` text."""
        self.page.evaluate(PASTE, [WORDS, {f"text/{kind}": text for kind, text in kinds.items()}])

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        """Return the last group with the field ``label`` (a list has one in each entry)."""
        return self.page.get_by_role("group", name=f"“\u2068{label}\u2069” Field", exact=True).last

    def write(self, label: str, text: str) -> None:
        self.field(label).get_by_role("textbox").last.fill(text)

    def number(self, label: str, number: int) -> None:
        self.field(label).get_by_role("spinbutton").fill(str(number))

    def switch(self, label: str) -> None:
        self.field(label).get_by_role("switch").click()

    def tick(self, label: str, choice: str) -> None:
        self.field(label).get_by_role("checkbox", name=choice).click()

    def add(self, entry: str, kind: str = "") -> None:
        """Add an entry to the last list of them; of a ``kind``, where there are several."""
        entries = self.button("Remove")
        before = entries.count()
        add = self.button(f"Add \u2068{entry}\u2069").last
        add.click()
        if kind:
            self.page.get_by_role("menuitem", name=kind).click()
        expect(entries).not_to_have_count(before, timeout=PATIENCE)
        add.scroll_into_view_if_needed()  # the editor draws a field when it comes into view

    def see_below(self, label: str) -> None:
        """Scroll until the last field ``label`` is at the top: the editor draws a field in view."""
        self.field(label).evaluate("field => field.scrollIntoView({ block: 'start' })")

    def write_each(self, label: str, entry: str, texts: list[str]) -> None:
        """Write ``texts`` into the list ``label``, which has an empty entry to start with."""
        for index, text in enumerate(texts):
            if index:
                self.add(entry)
            self.field(label).get_by_role("textbox").nth(index).fill(text)

    def save(self, path: str) -> dict[str, str]:
        """Save, and return every file of the folder, once the editor has gone back to its list."""
        self.button("Save").click()
        expect(self.page.get_by_role("group", name="Content Editor")).to_be_hidden(timeout=PATIENCE)
        files: dict[str, str] = self.page.evaluate(READ)
        assert path in files, sorted(files)
        return files
