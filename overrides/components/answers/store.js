// Stores the answers of a checklist in localStorage, by item ID; they are never sent anywhere.
// Each answer is merged into the stored ones, so that two tabs do not overwrite each other's.

const VERSION = 1;
const key = (slug) => `answers:${slug}`;
const aside = (slug) => `answers-unreadable:${slug}`;

export class Store {
  // slug: of the checklist. earlier: its old slugs, whose answers are migrated.
  constructor(slug, earlier = []) {
    this.slug = slug;
    this.kept = true; // whether the browser allows storage
    this.setAside = false; // whether stored data could not be parsed
    this.answers = {}; // used when the browser does not allow storage
    this.#takeOver(earlier);
    this.answers = this.load();
  }

  load() {
    let raw;
    try {
      raw = localStorage.getItem(key(this.slug));
    } catch {
      this.kept = false;
      return this.answers;
    }
    if (raw === null) return this.kept ? {} : this.answers;
    const stored = parse(raw);
    if (stored) return stored;
    // Damaged, or from a later version of this page: moved to another key, not deleted.
    this.setAside = true;
    this.#try(() => {
      localStorage.setItem(aside(this.slug), raw);
      localStorage.removeItem(key(this.slug));
    });
    return {};
  }

  // Stores one item's answer; undefined deletes it.
  set(id, value) {
    this.answers = { ...(this.kept ? this.load() : this.answers) };
    if (value === undefined) delete this.answers[id];
    else this.answers[id] = value;
    this.#save();
  }

  replace(answers) {
    this.answers = { ...answers };
    this.#save();
  }

  // Calls `changed` with the answers whenever another tab changes them.
  watch(changed) {
    addEventListener("storage", (event) => {
      if (event.key === key(this.slug) || event.key === null) {
        this.answers = this.load();
        changed(this.answers);
      }
    });
  }

  #save() {
    const empty = Object.keys(this.answers).length === 0;
    this.kept = this.#try(() => {
      if (empty) localStorage.removeItem(key(this.slug));
      else localStorage.setItem(key(this.slug), pack(this.slug, this.answers));
    });
  }

  #takeOver(earlier) {
    this.#try(() => {
      for (const slug of earlier) {
        const raw = localStorage.getItem(key(slug));
        if (raw === null || localStorage.getItem(key(this.slug)) !== null) continue;
        localStorage.setItem(key(this.slug), raw);
        localStorage.removeItem(key(slug));
      }
    });
  }

  #try(action) {
    try {
      action();
      return true;
    } catch {
      return false;
    }
  }
}

export function pack(slug, answers) {
  return JSON.stringify({ version: VERSION, checklist: slug, answers });
}

// Returns the answers in a text that `pack` made, or null.
export function parse(raw) {
  return unpack(raw)?.answers ?? null;
}

export function unpack(raw) {
  try {
    const data = JSON.parse(raw);
    const plain = data && typeof data.answers === "object" && !Array.isArray(data.answers);
    return data.version === VERSION && plain && data.answers ? data : null;
  } catch {
    return null;
  }
}
