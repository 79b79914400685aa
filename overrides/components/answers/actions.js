// The buttons of a checklist's panel. Modules for rarely used actions are imported on demand.

import { readAll, writeAll } from "./answers.js";
import { chooseNotKept, deleteAnswers, pack, unpack } from "./store.js";

const UNDO_FOR = 60000; // ms
const MOST_BYTES = 1000000; // of a file of answers; the longest checklist filled to the brim has less

/** Returns `offer(action, from)`, to undo what the button `from` did for a minute, and `forget()`. */
function undoing(button, tell) {
  let undo;
  let back;
  let timer;

  function forget() {
    clearTimeout(timer);
    if (!undo) return;
    undo = undefined;
    if (document.activeElement === button) back.focus();
    button.hidden = true;
  }
  button.addEventListener("click", () => {
    const action = undo;
    forget();
    if (action) action();
  });
  return {
    forget,
    offer(action, from) {
      forget();
      undo = action;
      back = from;
      button.hidden = false;
      timer = setTimeout(() => { forget(); tell(""); }, UNDO_FOR);
    },
  };
}

/** Returns what `unpack` does of a file, or `tooLarge` where that is no file of ours. */
async function opened(file) {
  if (file.size > MOST_BYTES) return { tooLarge: true };
  return unpack(await new Response(file).text());
}

/**
 * Connects the buttons. `names` are the checklist's slug and its old ones. Returns `forget()`,
 * which ends what can be undone.
 */
export function connectActions(panel, checklist, { store, show, names }) {
  const { title, page } = panel.dataset;
  const [slug] = names;
  const part = (name) => panel.querySelector(`[data-${name}]`);
  const tell = (words) => { part("said").textContent = words; };
  const { offer, forget } = undoing(part("undo"), tell);

  function fill(answers) {
    store.replace(answers);
    writeAll(checklist, answers, { everywhere: true });
    show();
  }

  function change(answers, words, from) {
    const before = readAll(checklist);
    writeAll(checklist, answers, { everywhere: true });
    fill(readAll(checklist)); // without what the checklist has no item for, or of the wrong kind
    tell(words);
    offer(() => { fill(before); tell("Your answers are back."); }, from);
  }

  async function save(name, type, text) {
    const { download } = await import("./download.js");
    download(name, type, text);
  }
  async function text(options = {}) {
    const { asText } = await import("./as-text.js");
    return asText(checklist, { title, page, ...options });
  }

  panel.addEventListener("click", async ({ target }) => {
    const { print: how, save: as } = target.dataset;
    if (how) (await import("./print.js")).print(how);
    if (as === "text") await save(`${slug}.txt`, "text/plain", await text());
    if (as === "file") await save(`${slug}.json`, "application/json", pack(slug, readAll(checklist)));
    if (as) tell("The copy is with your downloads.");
  });
  part("clear").addEventListener("click", () => {
    change({}, "Your answers are cleared. You can undo this for a minute, while you stay here.", part("clear"));
    part("undo").focus();
  });
  part("remind").addEventListener("click", async () => {
    const { reminder } = await import("./reminder.js");
    await save(`${slug}.ics`, "text/calendar", reminder({ title, page }));
    tell("Open the file to add the date to your calendar.");
  });
  part("send").addEventListener("click", async () => {
    if (!Object.keys(readAll(checklist)).length) {
      tell("You have not answered anything yet, so there is nothing to send.");
      return;
    }
    tell("");
    const { showSending } = await import("./send.js");
    showSending(part("send-dialog"), await text({ answeredOnly: true }));
  });

  const file = part("open-file");
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const copy = file.files.length ? await opened(file.files[0]) : null;
    file.value = "";
    if (!copy) tell("This file is not a copy of answers. Choose one that ends in .json.");
    else if (copy.tooLarge) tell("This file is too large to be a copy of answers.");
    else if (!names.includes(copy.checklist)) tell("This copy is of another checklist.");
    else change(copy.answers, "Your copy is open. You can undo this for a minute.", part("open"));
  });

  /** Follows the choice on every checklist of this page, and tells other tabs by the storage. */
  function choose(notKept) {
    chooseNotKept(notKept);
    dispatchEvent(new CustomEvent("answers-chosen", { detail: { notKept } }));
  }
  part("not-kept").addEventListener("change", ({ target }) => {
    if (!target.checked) {
      forget();
      choose(false);
      tell("From now on, your answers are kept on this device.");
      return;
    }
    choose(true);
    const putBack = deleteAnswers();
    tell("What was kept of your answers to any checklist is deleted. You can undo this for a minute, while you stay here.");
    offer(() => { putBack(); choose(false); tell("Your answers are kept again."); }, target);
  });

  return { forget };
}
