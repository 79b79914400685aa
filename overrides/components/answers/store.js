// What this site keeps in the browser's storage: the answers to each checklist, by item ID, and the
// reader's choices. Nothing is ever sent anywhere, and only our own keys are touched: on some hosts,
// other sites share the storage.

const VERSION = 1; // of stored answers and of copies
const ANSWERS = "answers:"; // and the checklist's slug
const UNREADABLE = "answers-unreadable:"; // the same, for what could not be read
const NOT_KEPT = "answers-not-kept"; // the reader's choice to keep no answers: "yes" or "no"
const SETTINGS = "reading-settings";
const CLEARED = "cleared"; // in this tab only: when everything was cleared

const answersKey = (slug) => ANSWERS + slug;
const unreadableKey = (slug) => UNREADABLE + slug;

/** Runs `action`; returns its result, or undefined where the browser allows no storage. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const keys = () => attempt(() => Object.keys(localStorage)) || [];
const holdsAnswers = (key) => key.startsWith(ANSWERS) || key.startsWith(UNREADABLE);

/** Returns the slugs of the checklists whose answers are kept. */
export function started() {
  return keys().filter((key) => key.startsWith(ANSWERS)).map((key) => key.slice(ANSWERS.length));
}

/** Deletes the answers to every checklist; returns a function that puts them back. */
export function deleteAnswers() {
  const deleted = keys().filter(holdsAnswers).map((key) => [key, localStorage.getItem(key)]);
  for (const [key] of deleted) localStorage.removeItem(key);
  return () => {
    for (const [key, raw] of deleted) {
      attempt(() => localStorage.getItem(key) === null && localStorage.setItem(key, raw));
    }
  };
}

/** Deletes all that this site keeps in the storage, and notes in this tab that it did. */
export function deleteAll() {
  chooseNotKept(false); // so that other tabs hear of its deletion
  for (const key of keys()) {
    if (holdsAnswers(key) || key === NOT_KEPT || key === SETTINGS) localStorage.removeItem(key);
  }
  attempt(() => sessionStorage.setItem(CLEARED, String(Date.now())));
}

/** Tells whether everything was cleared in this tab, after `time` in ms since 1970. */
export const wasCleared = (time = 0) => Number(attempt(() => sessionStorage.getItem(CLEARED))) > time;

/** Tells whether the reader chose that no answers are kept. */
const isNotKept = () => attempt(() => localStorage.getItem(NOT_KEPT)) === "yes";

export function chooseNotKept(chosen) {
  attempt(() => localStorage.setItem(NOT_KEPT, chosen ? "yes" : "no"));
}

/**
 * The answers to one checklist. Each is merged into the stored ones, so that two tabs do not
 * overwrite each other's. What the storage does not take stays in `unsaved`, which is newer.
 */
export class Store {
  // slug: of the checklist. earlier: its old slugs, whose answers are migrated.
  constructor(slug, earlier = []) {
    this.slug = slug;
    this.unsaved = {}; // answers by item ID; undefined for one that was taken back
    this.setAside = false; // whether stored data could not be parsed
    this.chosen = isNotKept(); // whether the reader chose that nothing is kept
    this.takeOver(earlier);
    this.refused = !this.takes(); // whether the browser did not store the last answer
  }

  get kept() { return !this.chosen && !this.refused; }

  /** Returns all answers: those stored, with newer ones that are not. */
  load() {
    const answers = { ...this.stored(), ...this.unsaved };
    for (const id of Object.keys(answers)) if (answers[id] === undefined) delete answers[id];
    return answers;
  }

  /** Stores one item's answer; undefined deletes it. */
  set(id, value) {
    this.unsaved[id] = value;
    this.save();
  }

  /** Stores these answers in place of all others. */
  replace(answers) {
    for (const id of Object.keys(this.load())) this.unsaved[id] = undefined;
    Object.assign(this.unsaved, answers);
    this.save();
  }

  /** Forgets what the storage did not take. */
  forget() {
    this.unsaved = {};
  }

  /** Follows the reader's choice to keep the `answers` on the page, or not to. */
  choose(notKept, answers) {
    this.chosen = notKept;
    this.unsaved = { ...answers };
    this.save();
  }

  /**
   * Calls `changed` whenever another tab changes the answers, with whether it deleted them all, and
   * `chosen` when the reader chooses there whether answers are kept.
   */
  watch(changed, chosen) {
    addEventListener("storage", ({ key, newValue }) => {
      const all = key === null || (key === NOT_KEPT && newValue === null); // all was cleared
      if (all) {
        this.chosen = false;
        this.forget();
      }
      if (all || key === answersKey(this.slug)) changed({ gone: newValue === null });
      else if (key === NOT_KEPT) chosen(newValue === "yes");
    });
  }

  save() {
    if (this.chosen || isNotKept()) return;
    const answers = this.load();
    this.refused = !attempt(() => {
      if (Object.keys(answers).length === 0) localStorage.removeItem(answersKey(this.slug));
      else localStorage.setItem(answersKey(this.slug), pack(this.slug, answers));
      return true;
    });
    if (!this.refused) this.unsaved = {};
  }

  /** Tells whether the browser stores anything at all. */
  takes() {
    const probe = unreadableKey("");
    return Boolean(attempt(() => {
      localStorage.setItem(probe, "1");
      localStorage.removeItem(probe);
      return true;
    }));
  }

  stored() {
    const raw = attempt(() => localStorage.getItem(answersKey(this.slug)));
    if (raw === null || raw === undefined) return {};
    const stored = unpack(raw);
    if (stored) return stored.answers;
    // Damaged, or from a later version of this page: moved to another key, not deleted.
    this.setAside = true;
    attempt(() => {
      localStorage.setItem(unreadableKey(this.slug), raw);
      localStorage.removeItem(answersKey(this.slug));
    });
    return {};
  }

  takeOver(earlier) {
    attempt(() => {
      for (const slug of earlier) {
        const raw = localStorage.getItem(answersKey(slug));
        if (raw === null || localStorage.getItem(answersKey(this.slug)) !== null) continue;
        localStorage.setItem(answersKey(this.slug), raw);
        localStorage.removeItem(answersKey(slug));
      }
    });
  }
}

export function pack(slug, answers) {
  return JSON.stringify({ version: VERSION, checklist: slug, answers });
}

/** Returns the checklist and the answers in a text that `pack` made, or null. */
export function unpack(raw) {
  const data = attempt(() => JSON.parse(raw));
  if (!data || data.version !== VERSION) return null;
  const { checklist, answers } = data;
  return answers && typeof answers === "object" && !Array.isArray(answers) ? { checklist, answers } : null;
}
