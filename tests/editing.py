"""Someone at the browser editor, with a folder of the browser's own in the place of a real one.

A browser opens a real folder only through a window that no program may press.
"""

from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect

from resource_site.clock import today

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
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"


class Editing:
    """The editor of the site at ``address``: what is done there, and what it asked and broke."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page: Page = context.new_page()
        self.asked_elsewhere: list[str] = []
        self.complaints: list[str] = []
        self.page.add_init_script(PICK)
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

    def open_folder(self, project: Path) -> None:
        """Open the editor with the folder ``project``: its settings and its content."""
        self.put(
            {
                file.relative_to(project).as_posix(): file.read_text(encoding="utf-8")
                for file in (project / "mkdocs.yml", *(project / "docs").rglob("*.*"))
            }
        )
        self.page.goto(f"{self.address}admin/")
        self.button("Open the folder on this computer").click()
        expect(self.page.get_by_text("Topics and pages").first).to_be_visible(timeout=PATIENCE)

    def go(self, place: str) -> None:
        """Go to a form of the editor, such as ``articles/new``."""
        self.page.goto(f"{self.address}admin/#/collections/{place}")
        expect(self.button("Save")).to_be_visible(timeout=PATIENCE)

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
