// A pack: the sheets that a reader chose, fetched from their pages and printed in one run, each from
// a new page, with the answers that are kept on this device or without.

const FAILED = "could not be fetched, so nothing was printed. Check your connection, then try again.";

const started = (entry) => Boolean(entry.querySelector(".is-started:not([hidden])"));

/** Puts a box to tick before the link of each checklist; returns the entries with their boxes. */
function addBoxes() {
  return [...document.querySelectorAll("[data-started-slug]")].map((entry) => {
    const link = entry.querySelector("a");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", className: "pack__box on-screen" });
    box.setAttribute("aria-label", `Put in my pack: ${link.textContent}`);
    entry.prepend(box);
    return { entry, link, box, slug: entry.dataset.startedSlug };
  });
}

/** Loads the styles that the sheet's page has and this one has not. */
function addStyles(page, address) {
  const here = new Set([...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href));
  const missing = [...page.querySelectorAll("link[rel=stylesheet]")].filter(
    (link) => !here.has(new URL(link.getAttribute("href"), address).href));
  return Promise.all(missing.map((link) => new Promise((resolve) => {
    const copy = document.createElement("link");
    Object.assign(copy, { rel: "stylesheet", href: new URL(link.getAttribute("href"), address).href, media: link.media });
    copy.onload = resolve;
    copy.onerror = resolve;
    document.head.append(copy);
  })));
}

/** Returns the sheet of the checklist at `address` as an element; rejects where it cannot be fetched. */
async function fetchSheet(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const sheet = document.createElement("div");
  sheet.append(...page.querySelector("main").children);
  for (const link of sheet.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  }
  await addStyles(page, address);
  return sheet;
}

/** Fills in the answers that are kept for the checklists in `sheets`. */
async function fillIn(sheets) {
  const [{ writeAll }, { Store }, { printLongAnswers }] = await Promise.all([
    import("../answers/answers.js"), import("../answers/store.js"), import("../answers/long-answers.js"),
  ]);
  for (const checklist of sheets.querySelectorAll("[data-checklist]")) {
    writeAll(checklist, new Store(checklist.dataset.checklist).load(), { everywhere: true });
  }
  printLongAnswers(sheets);
}

/** Prints `sheets` in place of this page, which comes back afterwards. */
function print(sheets) {
  const { body } = document;
  const rest = [...body.children].filter((element) => !element.matches(".on-screen, script"));
  for (const element of rest) element.classList.add("on-screen");
  body.classList.add("checklist-page"); // its look on paper
  body.append(sheets);
  addEventListener("afterprint", () => {
    sheets.remove();
    body.classList.remove("checklist-page");
    for (const element of rest) element.classList.remove("on-screen");
  }, { once: true });
  window.print();
}

function connect(opening, form) {
  const said = form.querySelector("[data-said]");
  const withAnswers = form.querySelector("[data-with-answers]");
  const choose = opening.querySelector("[data-choose]");
  let entries = [];

  const chosen = () => entries.filter(({ box }) => box.checked);
  function count() {
    const number = chosen().length;
    said.textContent = number === 1 ? "1 sheet chosen." : `${number} sheets chosen.`;
    withAnswers.hidden = !chosen().some(({ entry }) => started(entry));
  }
  choose.addEventListener("click", () => {
    if (!entries.length) entries = addBoxes();
    const open = choose.getAttribute("aria-expanded") === "false";
    choose.setAttribute("aria-expanded", String(open));
    for (const { entry, box } of entries) {
      box.hidden = !open;
      entry.classList.toggle("pack__entry", open);
    }
    form.hidden = !open;
    count();
  });
  document.addEventListener("change", ({ target }) => target.matches(".pack__box") && count());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!chosen().length) {
      said.textContent = "Choose at least one sheet first, with the box beside its name.";
      return;
    }
    said.textContent = "Fetching your sheets…";
    const sheets = document.createElement("div");
    sheets.className = "on-paper";
    for (const { link } of chosen()) {
      try {
        const sheet = await fetchSheet(link.href);
        if (sheets.children.length) sheet.style.breakBefore = "page";
        sheets.append(sheet);
      } catch {
        said.textContent = `${link.textContent} ${FAILED}`;
        return;
      }
    }
    if (!withAnswers.hidden && withAnswers.querySelector("input").checked) await fillIn(sheets);
    count();
    print(sheets);
  });
  opening.hidden = false;
}

const opening = document.querySelector("[data-pack]");
if (opening) connect(opening, document.querySelector("[data-pack-print]"));
