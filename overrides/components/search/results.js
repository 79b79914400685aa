// Searches with Pagefind as the reader types, and shows the results. Used by the header's dialog and
// the search page, whose markup is in search-form.html.
const root = new URL("../../../", import.meta.url);
const PAUSE = 250; // ms after the last key before a search starts
const SLOW = 700; // ms after which screen readers announce that a search is running

// A match in an excerpt: the word, and punctuation around it, which is not highlighted.
const FOUND = /<mark>([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)<\/mark>/su;

let engine;

/** Loads Pagefind, once, when the reader first uses the search. */
export function load() {
  engine ??= import(new URL("assets/search/pagefind.js", root)).then(({ createInstance }) =>
    // A web worker would load a second copy for a few milliseconds of work.
    createInstance({ baseUrl: root.pathname, noWorker: true, excerptLength: 26 }),
  );
  return engine;
}

/** Returns the form's values, without empty ones. */
export function asked(form) {
  const entries = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

async function find({ q, kind, topic }) {
  const filters = {};
  if (kind) filters[`kind-${kind}`] = "yes";
  if (topic) filters[`topic-${topic}`] = "yes";
  try {
    return (await (await load()).search(q, { filters })).results;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function link(address, words) {
  const made = element("a", "", words);
  made.href = address;
  return made;
}

/** Returns an excerpt, which has <mark> around matches, as text nodes and elements, never as HTML. */
function extract(text, before, after) {
  const parts = text.split(FOUND).map((part, index) => {
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return index % 4 === 2 ? element("mark", "", words) : words;
  });
  return element("p", "result__extract", before, ...parts, after);
}

function words({ meta, content, excerpt, plain_excerpt: plain }) {
  // The match is in the title only.
  if (!excerpt.includes("<mark>")) return extract(meta.summary ?? "", "", "");
  const before = content.startsWith(plain) ? "" : "… ";
  return extract(excerpt, before, content.endsWith(plain) ? "" : " …");
}

function item(result) {
  const { url, meta, sub_results: sections } = result;
  const shown = element("li", "result");
  const facts = [meta.kind, meta.time].filter(Boolean).join(" · ");
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

/**
 * Makes the form inside `place` search as the reader types; `atOnce` results are shown at first.
 * `changed` is called with the query before each search, `done` with the number of results after it
 * (undefined for an empty query). Returns a function that searches immediately.
 */
export function connect(place, { atOnce, changed = () => {}, done = () => {} }) {
  const form = place.querySelector(".search-form");
  const status = place.querySelector(".search-status");
  const found = place.querySelector(".search-found");
  const list = place.querySelector(".search-results");
  const more = place.querySelector(".search-more");
  let results = [];
  let turn = 0;
  let waiting;

  async function page(start) {
    const chosen = results.slice(start, start + atOnce);
    return Promise.all(chosen.map(async (result) => item(await result.data())));
  }

  function showStatus(words, count) {
    status.textContent = words;
    found.hidden = !count;
    more.hidden = list.children.length >= results.length;
    done(count);
  }

  async function search() {
    clearTimeout(waiting);
    const mine = ++turn;
    const question = asked(form);
    changed(question);
    if (!question.q) {
      results = [];
      list.replaceChildren();
      showStatus("", undefined);
      return;
    }
    const slow = setTimeout(() => (status.textContent = "Searching …"), SLOW);
    try {
      const answer = await find(question);
      if (mine !== turn) return;
      results = answer;
      const items = await page(0);
      if (mine !== turn) return;
      list.replaceChildren(...items);
      const count = results.length;
      const amount = count === 1 ? "1 result" : `${count || "No"} results`;
      showStatus(`${amount} for “${question.q}”`, count);
    } catch {
      if (mine !== turn) return;
      results = [];
      list.replaceChildren();
      showStatus("Search does not work just now.", 0);
    } finally {
      clearTimeout(slow);
    }
  }

  form.elements.q.addEventListener("focus", () => load().catch(() => (engine = undefined)));
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  more.addEventListener("click", async () => {
    const items = await page(list.children.length);
    list.append(...items);
    items[0]?.querySelector("a").focus();
    status.textContent = `${list.children.length} of ${results.length} results shown`;
    more.hidden = list.children.length >= results.length;
  });
  return search;
}
