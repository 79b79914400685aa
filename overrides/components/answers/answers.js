// Connects each checklist on the page to its stored answers, and its panel of actions. The page
// promises nothing about answers: these scripts do, once they know what is true.

import { Store, wasCleared } from "./store.js";

// Fields and their values. In this file, as each file that a page loads costs a request and its headers.
// Reads and writes the form fields of a checklist's items.
// The value of tick is true; of write, scale and choose one, a string; of choose many, an array of
// strings; of table, an array of rows. The value of an item without an answer is undefined.

const fields = (item, kind = "input, textarea") => [...item.querySelectorAll(kind)];
const texts = (item) => fields(item, "textarea");
const radios = (item) => fields(item, "input");

// A cell's id ends in its row and column, as rings stand on the page column by column.
const cells = (item) => texts(item).map((field) => [field, ...field.id.match(/\d+/g).slice(-2).map((n) => n - 1)]);
const rows = (item) => {
  const all = [];
  cells(item).forEach(([field, r, c]) => { (all[r] = all[r] || [])[c] = field.value; });
  return all;
};

const KINDS = {
  tick: {
    read: (item) => radios(item)[0].checked || undefined,
    write: (item, value) => { radios(item)[0].checked = value === true; },
  },
  write: {
    read: (item) => texts(item)[0].value || undefined,
    write: (item, value) => { setText(texts(item)[0], value); },
  },
  scale: { read: readOne, write: writeOne },
  choose: {
    read: (item) => (isMany(item) ? readMany(item) : readOne(item)),
    write: (item, value) => (isMany(item) ? writeMany(item, value) : writeOne(item, value)),
  },
  table: {
    read: (item) => {
      const all = rows(item);
      return all.some((row) => row.some(Boolean)) ? all : undefined;
    },
    write: (item, value) => {
      const given = Array.isArray(value) ? value : [];
      cells(item).forEach(([field, r, c]) => setText(field, Array.isArray(given[r]) ? given[r][c] : ""));
    },
  },
};

function isMany(item) { return radios(item)[0].type === "checkbox"; }
function readOne(item) {
  const chosen = radios(item).find((radio) => radio.checked);
  return chosen && chosen.value;
}
function writeOne(item, value) {
  radios(item).forEach((radio) => { radio.checked = radio.value === value; });
}
function readMany(item) {
  const chosen = radios(item).filter((box) => box.checked).map((box) => box.value);
  return chosen.length ? chosen : undefined;
}
function writeMany(item, value) {
  const chosen = Array.isArray(value) ? value : [];
  radios(item).forEach((box) => { box.checked = chosen.includes(box.value); });
}

// Setting an unchanged value would move the cursor.
function setText(field, value) {
  const text = typeof value === "string" ? value : "";
  if (field.value !== text) field.value = text;
}

export const items = (checklist) => [...checklist.querySelectorAll("[data-item]")];
export const read = (item) => KINDS[item.dataset.kind].read(item);
export const write = (item, value) => KINDS[item.dataset.kind].write(item, value);

export function readAll(checklist) {
  const answers = {};
  for (const item of items(checklist)) {
    const value = read(item);
    if (value !== undefined) answers[item.dataset.item] = value;
  }
  return answers;
}

/** Fills in the answers, but not where the reader is writing, unless it is `everywhere`. */
export function writeAll(checklist, answers, { everywhere = false } = {}) {
  const { activeElement } = document;
  const busy = activeElement instanceof HTMLTextAreaElement && activeElement.closest("[data-item]");
  for (const item of items(checklist)) {
    if (item !== busy || everywhere) write(item, answers[item.dataset.item]);
  }
}

/** Tells whether the reader changed an item before any script could see it (early.js). */
export const isTouched = (item) => Boolean(item.querySelector("[data-touched]"));

/** Tells the browser not to fill in fields by itself: what it remembers may be older. */
export function ownFields(checklist) {
  for (const field of fields(checklist)) field.setAttribute("autocomplete", "off");
}

// The page.

const KEPT = "Kept on this device only.";

const NO_ACTIONS = "This does not work just now. Nothing is changed. Please try again later.";
const notKept = (action) => import("./not-kept.js").then(action, () => {});

function progressWords(done, all) {
  const count = `${done} of ${all} done`;
  if (done === all) return `${count}. That is all of it. Well done.`;
  return `${count}.`;
}

/**
 * Brings the fields and the store together. What the reader changed before this script ran counts
 * most, then what is stored. A browser may also fill in what was typed on an earlier visit and
 * never stored: that counts where nothing else does, unless everything was cleared since.
 */
function settle(checklist, store) {
  const answers = store.load();
  for (const item of items(checklist)) {
    const id = item.dataset.item;
    const value = read(item);
    if (isTouched(item)) store.set(id, value);
    else if (answers[id] !== undefined || wasCleared()) write(item, answers[id]);
    else if (value !== undefined) store.set(id, value);
  }
}

/**
 * Loads the panel's actions when the reader comes near them. A press that was too early is pressed
 * again. Returns `forget()`, which ends what can be undone.
 */
function lazyActions(panel, connectThem) {
  let loading;
  let actions;

  function load() {
    loading = loading || import("./actions.js").then((module) => { actions = connectThem(module); });
    loading.catch(() => { loading = undefined; });
    return loading;
  }
  async function again(event) {
    const { target, type } = event;
    if (actions || !target.matches("button, input") || target.matches(".leaving")) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      await load();
      if (type === "click") target.click();
      else target.dispatchEvent(new Event(type, { bubbles: true }));
    } catch {
      panel.querySelector("[data-said]").textContent = NO_ACTIONS;
    }
  }
  panel.addEventListener("focusin", () => load().catch(() => {}), { once: true });
  panel.addEventListener("pointerover", () => load().catch(() => {}), { once: true });
  panel.addEventListener("click", again, true);
  panel.addEventListener("change", again, true);
  return { forget: () => actions && actions.forget() };
}

function connect(panel, checklist) {
  const { answersFor: slug, movedFrom = "" } = panel.dataset;
  const line = document.querySelector(`[data-answers-line="${slug}"]`);
  const keeping = line.querySelector("[data-keeping]");
  const earlier = movedFrom.split(" ").filter(Boolean);
  const store = new Store(slug, earlier);
  const opened = Date.now();
  let warned = false;
  let followed = false;

  function show() {
    const all = items(checklist);
    const done = all.filter((item) => read(item) !== undefined).length;
    const count = line.querySelector(".answers__count");
    const words = progressWords(done, all.length);
    if (count.textContent !== words) count.textContent = words;
    Object.assign(line.querySelector("progress"), { max: all.length, value: done });
    if (store.kept && !store.setAside) keeping.textContent = KEPT;
    else notKept(({ words }) => { keeping.textContent = words(store, KEPT); });
    panel.querySelector("[data-not-kept]").checked = store.chosen;
    // What fields do as they are filled in; a blank checklist needs none of it.
    if (done && !followed) import("./long-answers.js").then(({ printLongAnswers }) => printLongAnswers(checklist), () => {});
    followed = followed || done > 0;
    if (followed) import("./fields.js").then(({ follow }) => follow(checklist), () => {});
  }

  function fill(options) {
    writeAll(checklist, store.load(), options);
    show();
  }

  ownFields(checklist);
  settle(checklist, store);
  const actions = lazyActions(panel, ({ connectActions }) =>
    connectActions(panel, checklist, { store, show, names: [slug, ...earlier] }));

  addEventListener("pagehide", () => {
    actions.forget();
    if (!store.chosen) return;
    store.forget();
    fill({ everywhere: true });
  });
  // A page that comes back from the history shows what is stored now, and what never could be.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) settle(checklist, store);
    else if (wasCleared(opened)) store.forget();
    fill({ everywhere: persisted });
  });
  function choose(notKept) {
    store.choose(notKept, readAll(checklist));
    show();
  }
  store.watch(({ gone }) => fill({ everywhere: gone }), choose);
  addEventListener("answers-chosen", ({ detail }) => choose(detail.notKept));
  checklist.addEventListener("input", ({ target }) => {
    const item = target.closest("[data-item]");
    store.set(item.dataset.item, read(item));
    actions.forget();
    if (!store.kept || warned) notKept(({ warn }) => warn(item, store));
    warned = store.refused;
    show();
  });

  show();
  for (const element of [line, panel]) element.dataset.ready = "";
}

for (const panel of document.querySelectorAll("[data-answers-for]")) {
  const slug = panel.dataset.answersFor;
  connect(panel, document.querySelector(`[data-checklist="${slug}"]`));
}
