// Searches as the reader types, and shows the results. Used by the header's dialog and the search
// page, whose markup is in search-form.html.
import { find, load } from "./find.js";
import { either, element, link, notes } from "./notes.js";

const PAUSE = 250; // ms after the last key before a search starts
const SLOW = 300; // ms after which a reader sees and hears that a search is running

// A match in an excerpt: the word, and punctuation around it, which is not highlighted.
const SIGNS = "[\\s!-\\/:-@\\x5b-\\x60{-~\\u00a1-\\u00bf\\u2000-\\u2bff\\u3000-\\u303f]*";
const FOUND = new RegExp(`<mark>(${SIGNS})([^]*?)(${SIGNS})</mark>`);

/** Returns the form's values, without empty ones. */
export function asked(form) {
  const entries = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** Returns an excerpt, which has <mark> around matches, as text nodes and elements, never as HTML. */
function extract(text, before, after) {
  const whole = text.replace(/<mark>((?:&[lg]t;)+)/g, "$1<mark>");
  const parts = whole.split(FOUND).map((part, index) => {
    const words = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return index % 4 === 2 ? element("mark", "", words) : words;
  });
  return element("p", "result__extract", before, ...parts, after);
}

function fill(place, items) {
  place.textContent = "";
  place.append(...items);
}

function words({ meta, content, excerpt, plain_excerpt: plain }) {
  // The match is in the title only.
  if (!excerpt.includes("<mark>")) return extract(meta["in-short"] || meta.summary || "", "", "");
  const before = content.startsWith(plain) ? "" : "… ";
  return extract(excerpt, before, content.endsWith(plain) ? "" : " …");
}

function item(result) {
  const { url, meta, sub_results: sections } = result;
  const shown = element("li", "result");
  const facts = [meta.kind, meta.time, meta.topic].filter(Boolean).join(" · ");
  shown.append(
    element("h3", "result__title", link(url, meta.title)),
    element("p", "result__kind", facts),
    words(result),
  );
  const places = sections.filter((section) => section.anchor).slice(0, 3);
  if (places.length) {
    const list = places.map((section) => element("li", "", link(section.url, section.title)));
    shown.append(element("ul", "result__places", ...list));
  }
  return shown;
}

/** Lets the arrow keys move focus from the field to the results, and between them. */
function withArrows(place, field) {
  place.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...place.querySelectorAll(".search-urgent a, .result__title a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  });
}

function count(number) {
  return number === 1 ? "1 result" : `${number || "No"} results`;
}

/** Returns the sentence that the status announces for an answer to `q`. */
function summary({ q }, { results, said, also, changed, others, urgent, crisis, offline }) {
  const meant = changed ? `${either([said.join(" "), ...also])}, not “${q}”` : `“${q}”`;
  const lacks = others.some(({ missing }) => missing);
  const number = lacks
    ? `No page is about ${meant} itself. ${count(results.length)} near it`
    : `${count(results.length)} for ${meant}`;
  if (crisis) return `${urgent[0]}: who to call comes first. ${count(results.length)} below`;
  const why = navigator.onLine ? "Just now" : "You are not connected, so";
  return offline ? `${why} only titles were searched. ${number}` : number;
}

/**
 * Makes the form inside `place` search as the reader types; `atOnce` results are shown at first.
 * `changed` is called with the query before each search, `done` with the number of results after it
 * (undefined for an empty query). Returns a function that searches immediately.
 */
export function connect(place, { atOnce, changed = () => {}, done = () => {} }) {
  const form = place.querySelector(".search-form");
  const field = form.elements.q;
  const status = place.querySelector(".search-status");
  const noted = element("div", "search-notes");
  const found = place.querySelector(".search-found");
  const list = place.querySelector(".search-results");
  const more = place.querySelector(".search-more");
  status.after(noted);
  let results = [];
  let turn = 0;
  let waiting;

  async function page(start) {
    const chosen = results.slice(start, start + atOnce);
    return Promise.all(chosen.map(async (result) => item(await result.data())));
  }

  function showStatus(words, number) {
    status.textContent = words;
    found.hidden = !number;
    more.hidden = list.children.length >= results.length;
    done(number);
  }

  /** Shows an answer with its notes; without one, nothing. */
  function show(items, answer, question) {
    results = answer ? answer.results : [];
    fill(list, items);
    fill(noted, answer ? notes(answer, question.q, place, search) : []);
  }

  async function search({ exact = false } = {}) {
    clearTimeout(waiting);
    const mine = ++turn;
    const question = asked(form);
    changed(question);
    if (!question.q) {
      show([]);
      showStatus("", undefined);
      return;
    }
    const slow = setTimeout(() => (status.textContent = "Searching …"), SLOW);
    try {
      const answer = await find(question, exact);
      if (mine !== turn) return;
      results = answer.results;
      const items = await page(0);
      if (mine !== turn) return;
      show(items, answer, question);
      showStatus(summary(question, answer), results.length);
    } catch {
      if (mine !== turn) return;
      show([]);
      showStatus("Search does not work just now.", 0);
    } finally {
      clearTimeout(slow);
    }
  }

  const prepare = () => load().catch(() => {});
  field.addEventListener("focus", prepare);
  if (document.activeElement === field) prepare();
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  withArrows(place, field);
  more.addEventListener("click", async () => {
    const items = await page(list.children.length);
    list.append(...items);
    if (items.length) items[0].querySelector("a").focus();
    status.textContent = `${list.children.length} of ${results.length} results shown`;
    more.hidden = list.children.length >= results.length;
  });
  return search;
}
