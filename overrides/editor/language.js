// Makes British English the default, since our texts have no other language. The CMS also has American
// English built in, so that choice is respected.
const PREFERENCES = "sveltia-cms.prefs";

try {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  if (kept.locale !== "en-US") {
    localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale: "en-GB" }));
  }
} catch {
  // without storage, the CMS shows American English
}

// The CMS would offer the browser's language, for which it has no locale file here.
Object.defineProperty(navigator, "language", { value: "en-GB" });
