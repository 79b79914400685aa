// Applies the stored choices before the first paint; an inline script in the page's head.
// It is part of every page, so it is short; reading-settings.js does everything else.
(() => {
  const root = document.documentElement;
  root.classList.add("has-script");
  // What still waits for its script then will not get it.
  addEventListener("load", () => root.classList.add("loaded"));
  // What the reader changes before the scripts are there; answers.js keeps it.
  addEventListener("input", (event) => { event.target.dataset.touched = ""; });
  // What the panel offers; other stored values are ignored.
  const offered = /^(theme:(light|dark|contrast|cream)|textSize:(125|150|175|200)|(line|letters):(wide|widest)|type:(device|serif)|motion:less)$/;
  try {
    const kept = JSON.parse(localStorage.getItem("reading-settings"));
    if (kept.version !== 1) return;
    for (const [name, value] of Object.entries(kept.chosen)) {
      if (offered.test(name + ":" + value)) root.dataset[name] = value;
    }
    const theme = root.dataset.theme;
    if (theme) {
      document.querySelector("[name=color-scheme]").content =
        /dark|contrast/.test(theme) ? "dark" : "light";
    }
  } catch {
    // Nothing stored, invalid, or no storage: the page keeps its defaults.
  }
})();
