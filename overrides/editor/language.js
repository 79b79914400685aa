// British English, whatever the browser speaks: our words are in no other language. The editor has
// American words inside, so someone who chose those keeps them.
const PREFERENCES = "sveltia-cms.prefs";

try {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  if (kept.locale !== "en-US") {
    localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale: "en-GB" }));
  }
} catch {
  // a browser that keeps nothing shows American English
}

// To a browser that speaks another language, the editor offers that one. We have none to give.
Object.defineProperty(navigator, "language", { value: "en-GB" });
