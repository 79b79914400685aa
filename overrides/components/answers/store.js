// Answers in this browser, per checklist, by item id. They never leave it from here.
// Every answer is merged into what is stored, so two tabs never undo each other's work.

const VERSION = 1;
const key = (slug) => `answers:${slug}`;
const aside = (slug) => `answers-unreadable:${slug}`;

export class Store {
  // slug: of the checklist. earlier: slugs it had before, whose answers it takes over.
  constructor(slug, earlier = []) {
    this.slug = slug;
    this.kept = true; // whether the browser keeps what we give it
    this.setAside = false; // whether something stored could not be read
    this.answers = {}; // what we hold when the browser keeps nothing
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
    // Not ours, damaged, or from a later version of this page: kept beside, not thrown away.
    this.setAside = true;
    this.#try(() => {
      localStorage.setItem(aside(this.slug), raw);
      localStorage.removeItem(key(this.slug));
    });
    return {};
  }

  // Keep one item's answer; undefined takes it away.
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

  // Call back with the answers whenever another tab changes them.
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

// The answers in a text that pack made, or nothing where it did not.
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
