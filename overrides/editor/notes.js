// What the preview knows, beside the forms: the findings of the file that is open, in the words of
// "resources check", and on all other pages of the editor what is to do. A published editor has none.
const FILE = "notes.json";
const PAUSE = 2000; // milliseconds between two looks at what the preview has built since
const WIDE = matchMedia("(min-width: 68.75rem)"); // as in notes.css
const FORM = /^#\/collections\/([^/]+)\/(?:new|entries\/([^/?]+))$/;

export class Notes {
  #text = "";
  #notes = null;
  #isStopped = false;

  // `config` is that of the CMS, which says which form is that of which file.
  constructor({ collections }) {
    this.collections = collections;
    this.words = make("span", { ariaLive: "polite" });
    this.list = make("div", { className: "notes-list" });
    const summary = make("summary", {});
    summary.append(this.words);
    this.fold = make("details", { open: WIDE.matches });
    this.fold.append(summary, this.list);
    this.element = make("aside", { className: "notes", ariaLabel: "What to look at", hidden: true });
    this.element.append(this.fold);
  }

  start() {
    document.body.append(this.element);
    // Only browsers that have `navigation` can save into a folder.
    window.navigation?.addEventListener("currententrychange", () => this.#show());
    WIDE.addEventListener("change", () => (this.fold.open = WIDE.matches));
    this.#look();
  }

  async #look() {
    if (!document.hidden) await this.#renew();
    setTimeout(() => this.#look(), PAUSE);
  }

  async #renew() {
    let text = this.#text;
    let isStopped = false;
    try {
      const answer = await fetch(FILE, { cache: "no-cache" });
      if (answer.ok) text = await answer.text(); // it is away for a moment while the preview builds
    } catch {
      isStopped = true;
    }
    if (text === this.#text && isStopped === this.#isStopped) return;
    if (text && text !== this.#text) this.#notes = JSON.parse(text);
    this.#text = text;
    this.#isStopped = isStopped;
    this.#show();
  }

  #show() {
    const form = FORM.exec(location.hash);
    if (this.#isStopped) this.#fill("The preview has stopped", [paragraph("Start it again to see what to look at.")]);
    else if (form && !form[2]) this.#fill("Not saved yet", [paragraph("Once you save it, this says what to look at.")]);
    else if (form) this.#showFindings(this.#notes?.files[this.#fileOf(form)] ?? []);
    else this.#showTasks(this.#notes?.groups ?? []);
  }

  #showFindings(findings) {
    const count = findings.length ? `${findings.length} to look at` : "Nothing to look at";
    const entries = findings.map((text) => make("li", { textContent: text }));
    this.#fill(count, [paragraph("In the file as it was saved last."), listOf(entries)]);
  }

  #showTasks(groups) {
    const count = groups.reduce((sum, { tasks }) => sum + tasks.length, 0);
    const parts = groups.flatMap(({ name, tasks }) => [
      make("h2", { textContent: `${name}: ${tasks.length}` }),
      listOf(tasks.map((task) => this.#entryOf(task))),
    ]);
    this.#fill(count ? `To do: ${count}` : "Nothing to do", parts);
  }

  #entryOf({ title, detail, page, file }) {
    const entry = make("li", {});
    const href = page ? page.replace(/^([^/]+)\/([^/]+)\/$/, "#/collections/$1/entries/$2") : this.#formOf(file);
    entry.append(href ? make("a", { href, textContent: title }) : title, detail ? ` (${detail})` : "");
    return entry;
  }

  #fill(words, parts) {
    this.words.textContent = words;
    this.list.replaceChildren(...parts);
    this.element.hidden = false;
  }

  #fileOf([, name, entry]) {
    const { folder, extension, files } = this.collections.find((collection) => collection.name === name) ?? {};
    return folder ? `${folder}/${entry}.${extension}` : files?.find((file) => file.name === entry)?.file;
  }

  #formOf(path) {
    for (const { name, folder, extension, files = [] } of this.collections) {
      const isInside = folder && path.startsWith(`${folder}/`) && path.endsWith(`.${extension}`);
      const entry = isInside ? path.slice(folder.length + 1, -1 - extension.length) : files.find(({ file }) => file === path)?.name;
      if (entry) return `#/collections/${name}/entries/${entry}`;
    }
    return "";
  }
}

const paragraph = (text) => make("p", { textContent: text });
const make = (name, properties) => Object.assign(document.createElement(name), properties);

function listOf(entries) {
  const list = make("ul", {});
  list.append(...entries);
  return list;
}
