// Reads and writes the form fields of a checklist's items.
// The value of tick is true; of write, scale and choose one, a string; of choose many, an array of
// strings; of table, an array of rows. The value of an item without an answer is undefined.

const fields = (item, kind = "input, textarea") => [...item.querySelectorAll(kind)];
const texts = (item) => fields(item, "textarea");
const radios = (item) => fields(item, "input");

const rows = (item) =>
  [...item.querySelectorAll(".grid__row")].map((row) => texts(row).map((cell) => cell.value));

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
      const cells = rows(item);
      return cells.some((row) => row.some(Boolean)) ? cells : undefined;
    },
    write: (item, value) => {
      const given = Array.isArray(value) ? value : [];
      item.querySelectorAll(".grid__row").forEach((row, r) =>
        texts(row).forEach((cell, c) => setText(cell, Array.isArray(given[r]) ? given[r][c] : "")));
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
