// Opens the panel, applies the reader's choices immediately, and stores them on the device.
// early.js has applied the stored choices before the first paint.

const KEY = "reading-settings";
const VERSION = 1; // raise it when the stored format changes, here and in early.js
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

/** Returns the stored choices that the panel offers. */
function kept() {
  try {
    const { version, chosen } = JSON.parse(localStorage.getItem(KEY));
    if (version !== VERSION) return {};
    return Object.fromEntries(Object.entries(chosen).filter(isOffered));
  } catch {
    return {}; // nothing stored, invalid, or no storage
  }
}

function isOffered([name, value]) {
  return controls.some((control) => control.name === name && control.value === value && value);
}

/** Stores the choices; returns false if the browser does not allow it. */
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

/** Sets the choices as attributes of the page, for the styles. */
function apply(chosen) {
  for (const name of names) {
    if (chosen[name]) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
  scheme.content = SCHEMES[chosen.theme] || "light dark";
}

/** Shows the choices in the panel. */
function show(chosen) {
  for (const control of controls) control.checked = control.value === (chosen[control.name] || "");
}

/** Returns the panel's choices, without defaults. */
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
  if (panel.showModal) panel.showModal();
  else import("../dialogs/dialogs.js").then(({ open }) => open(panel));
});

form.addEventListener("change", ({ target }) => {
  const title = target.closest("fieldset").querySelector("legend").textContent;
  const words = target.closest("label").textContent;
  change(target.type === "checkbox" && !target.checked ? `${words}: off.` : `${title}: ${words}.`);
});

// The event is fired before the form is reset.
form.addEventListener("reset", () => setTimeout(() => change("Everything is back as it was.")));

// Some browsers know no dialogs, and so no form that closes one.
form.addEventListener("submit", (event) => {
  if (panel.close) return;
  event.preventDefault();
  import("../dialogs/dialogs.js").then(({ close }) => close(panel));
}, true);

// A click on the backdrop closes the panel.
panel.addEventListener("click", ({ target }) => {
  if (target === panel) panel.close();
});

// Apply choices made in another tab, or before this page was restored from the history.
addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) follow();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) follow();
});

opener.dataset.ready = "";
