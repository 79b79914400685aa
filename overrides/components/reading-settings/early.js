// Runs before the first paint, inside the page's head: what the reader chose is there at once.
// Every visit carries it inside the page, so it is short; reading-settings.js does all else.
(() => {
  const root = document.documentElement;
  root.classList.add("has-script");
  // What the panel offers. Anything else in the storage is not ours, or no longer.
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
        theme === "dark" || theme === "contrast" ? "dark" : "light";
    }
  } catch {
    // Nothing kept, not readable, or no storage: the page stays as it comes.
  }
})();
