// Opens the panel, applies what the reader chooses at once, and keeps it on the device.
// What was kept before is on the page already: early.js put it there before the first paint.

const KEY = "reading-settings";
const VERSION = 1; // another form of what is kept needs another number, in early.js too
const NOT_KEPT = "This browser does not let us keep your choices, so they hold for this page only.";
const SCHEMES = { light: "light", cream: "light", dark: "dark", contrast: "dark" };

const root = document.documentElement;
const scheme = document.querySelector("meta[name=color-scheme]");
const opener = document.querySelector(".reading-settings__open");
const panel = document.querySelector(".reading-settings__panel");
const form = panel.querySelector("form");
const status = panel.querySelector("[role=status]");
const controls = [...form.elements].filter((control) => control.name);
const names = new Set(controls.map((control) => control.name));

/** What the storage holds, without anything the panel does not offer. */
function kept() {
  try {
    const { version, chosen } = JSON.parse(localStorage.getItem(KEY));
    if (version !== VERSION) return {};
    return Object.fromEntries(Object.entries(chosen).filter(isOffered));
  } catch {
    return {}; // nothing kept, not readable, or no storage
  }
}

function isOffered([name, value]) {
  return controls.some((control) => control.name === name && control.value === value && value);
}

/** Keep the choices; false where the browser does not allow it. */
function keep(chosen) {
  try {
    if (Object.keys(chosen).length) {
      localStorage.setItem(KEY, JSON.stringify({ version: VERSION, chosen }));
    } else {
      localStorage.removeItem(KEY);
    }
    return true;
  } catch {
    return false;
  }
}

/** Put the choices on the page; the styles do the rest. */
function apply(chosen) {
  for (const name of names) {
    if (chosen[name]) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
  scheme.content = SCHEMES[chosen.theme] ?? "light dark";
}

/** Let the panel show the choices. */
function show(chosen) {
  for (const control of controls) control.checked = control.value === (chosen[control.name] ?? "");
}

/** What the panel shows, without what is as the page comes. */
function shown() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

function change(words) {
  const chosen = shown();
  apply(chosen);
  status.textContent = keep(chosen) ? words : `${words} ${NOT_KEPT}`;
}

function follow() {
  const chosen = kept();
  apply(chosen);
  show(chosen);
}

opener.addEventListener("click", () => {
  status.textContent = "";
  show(root.dataset);
  panel.showModal();
});

form.addEventListener("change", ({ target }) => {
  const title = target.closest("fieldset").querySelector("legend").textContent;
  const words = target.closest("label").textContent;
  change(target.type === "checkbox" && !target.checked ? `${words}: off.` : `${title}: ${words}.`);
});

// The event comes before the form is back; a moment later it is.
form.addEventListener("reset", () => setTimeout(() => change("Everything is back as it was.")));

// A press beside the panel closes it.
panel.addEventListener("click", ({ target }) => {
  if (target === panel) panel.close();
});

// Another tab of this site, or this page coming back from the history, follows at once.
addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) follow();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) follow();
});

opener.dataset.ready = "";
