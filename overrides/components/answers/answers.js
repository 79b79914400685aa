// Connects each checklist on the page to its stored answers, and its panel of actions.

// Modules for rarely used actions are imported on demand.

import { follow } from "./fields.js";
import { items, read, readAll, writeAll } from "./items.js";
import { printLongAnswers } from "./long-answers.js";
import { pack, Store, unpack } from "./store.js";

const KEPT = "Kept on this device only.";
const NOT_KEPT = "This browser does not let us keep your answers. They stay until you leave this page. Save a copy, print it, or fill in the PDF.";
const SET_ASIDE = "The answers kept here before could not be read. They were put aside, not deleted.";

function progressWords(done, all) {
  const count = `${done} of ${all} done`;
  if (done === all) return `${count}. That is all of it. Well done.`;
  return `${count}.`;
}

function connect(panel, checklist) {
  const { answersFor: slug, title, page, movedFrom } = panel.dataset;
  const line = document.querySelector(`[data-answers-line="${slug}"]`);
  const part = (name) => panel.querySelector(`[data-${name}]`) ?? line.querySelector(`[data-${name}]`);
  const earlier = movedFrom.split(" ").filter(Boolean);
  const store = new Store(slug, earlier);
  const all = items(checklist);
  let before = null; // the answers that "Undo" restores

  const tell = (words) => { part("said").textContent = words; };

  function show() {
    const done = all.filter((item) => read(item) !== undefined).length;
    const count = line.querySelector(".answers__count");
    const words = progressWords(done, all.length);
    if (count.textContent !== words) count.textContent = words;
    Object.assign(line.querySelector("progress"), { max: all.length, value: done });
    const keeping = store.kept ? KEPT : NOT_KEPT;
    part("keeping").textContent = store.setAside ? `${keeping} ${SET_ASIDE}` : keeping;
    line.dataset.ready = "";
    follow(checklist);
  }

  function change(answers, words) {
    before = readAll(checklist);
    store.replace(answers);
    writeAll(checklist, answers);
    show();
    tell(words);
    part("undo").hidden = false;
  }

  printLongAnswers(checklist);
  writeAll(checklist, store.answers);
  // Browsers may restore old field values after this; the stored answers take precedence.
  addEventListener("pageshow", () => { writeAll(checklist, store.load()); show(); });
  store.watch((answers) => { writeAll(checklist, answers); show(); });
  checklist.addEventListener("input", (event) => {
    const item = event.target.closest("[data-item]");
    store.set(item.dataset.item, read(item));
    part("undo").hidden = true;
    show();
  });

  async function save(name, type, text) {
    const { download } = await import("./download.js");
    download(name, type, text);
  }
  async function text(options = {}) {
    const { asText } = await import("./as-text.js");
    return asText(checklist, { title, page, ...options });
  }

  panel.addEventListener("click", async (event) => {
    const { print: how, save: as } = event.target.dataset;
    if (how) (await import("./print.js")).print(how);
    if (as === "text") await save(`${slug}.txt`, "text/plain", await text());
    if (as === "file") await save(`${slug}.json`, "application/json", pack(slug, readAll(checklist)));
    if (as) tell("The copy is with your downloads.");
  });
  part("clear").addEventListener("click", () => {
    change({}, "Your answers are cleared.");
    part("undo").focus();
  });
  part("undo").addEventListener("click", () => {
    store.replace(before);
    writeAll(checklist, before);
    show();
    tell("Your answers are back.");
    part("undo").hidden = true;
    part("clear").focus();
  });
  part("remind").addEventListener("click", async () => {
    const { reminder } = await import("./reminder.js");
    await save(`${slug}.ics`, "text/calendar", reminder({ title, page }));
    tell("Open the file to add the date to your calendar.");
  });
  part("send").addEventListener("click", async () => {
    const { showSending } = await import("./send.js");
    showSending(part("send-dialog"), await text({ answeredOnly: true }));
  });

  const file = part("open-file");
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const copy = file.files.length ? unpack(await file.files[0].text()) : null;
    file.value = "";
    if (!copy) tell("This file is not a copy of answers. Choose one that ends in .json.");
    else if (![slug, ...earlier].includes(copy.checklist)) tell("This copy is of another checklist.");
    else change(copy.answers, "Your copy is open.");
  });

  show();
}

for (const panel of document.querySelectorAll("[data-answers-for]")) {
  const slug = panel.dataset.answersFor;
  connect(panel, document.querySelector(`[data-checklist="${slug}"]`));
}
