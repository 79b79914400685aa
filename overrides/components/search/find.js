// Runs the searches that a query stands for in Pagefind, and merges their results into one order.
import { understand, weighty } from "../search-words/understand.js";
import { load as loadWords, wordsOf } from "../search-words/words.js";

const root = new URL("../../../", import.meta.url);
const FEW = 5; // results of all words, below which pages with some of them are shown too
const STAFFS = 3; // results of staff's other words that come before those of the reader's own
const MOST = 0.4; // of the weight of what was typed: what a page must hold to be shown
const RANKING = { termSimilarity: 3, pageLength: 0.5 }; // the word itself before longer ones
const MARKED = /<mark>([^]*?)<\/mark>/g;

let engine;

/** Loads the search engine and the site's words, once, when the reader first uses the search. */
export function load() {
  engine = engine || Promise.all([import(new URL("assets/search/pagefind.js", root)), loadWords(root)])
    .then(([{ createInstance }, { parts }]) => merged(createInstance, parts));
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Returns the engine, with the `parts` after the first that the index of a very large site has. */
async function merged(createInstance, parts) {
  const options = { baseUrl: root.pathname, excerptLength: 26, ranking: RANKING };
  // A web worker would load a second copy for a few milliseconds of work.
  const index = createInstance({ ...options, noWorker: true });
  for (const part of parts) await index.mergeIndex(new URL(`assets/search/${part}/`, root).pathname, options);
  return index;
}

/** Returns the engine's results for `words`, as pages that hold all of them. */
async function ask(words, filters) {
  if (!words.length) return [];
  return (await (await load()).search(words.join(" "), { filters })).results;
}

/** Returns the engine's results for `words`, as pages where they stand beside each other. */
function phrase(words, filters) {
  return words.length > 1 ? ask([`"${words.join(" ")}"`], filters) : [];
}

/** Tells whether the index holds `word`: the engine also finds what begins like it. */
async function isHeld(word) {
  const [first] = await ask([word], {});
  const marks = first ? [...(await first.data()).excerpt.matchAll(MARKED)] : [];
  const begins = word.slice(0, Math.max(3, Math.ceil(word.length * 0.75)));
  return marks.some(([, marked]) => wordsOf(marked).some((one) => one.startsWith(begins)));
}

/** Returns the words of a query that a list which was cut lacks, and the index holds: no slips. */
async function heldBeside(text, site) {
  const rare = wordsOf(text).filter((word) => !site.takes(word));
  const held = await Promise.all(rare.map((word) => isHeld(word).catch(() => false)));
  return new Set(rare.filter((_, at) => held[at]));
}

/** Returns pages that hold most of `words`, those with the rarest first. */
async function some(words, filters, site) {
  const weights = words.map((word) => (site.common.get(word) ? 2 : 6));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Map();
  const answers = await Promise.all(words.map((word) => ask([word], filters)));
  answers.forEach((results, at) => {
    for (const result of results) {
      const known = scores.get(result.id) || { result, held: 0, score: 0 };
      known.held += weights[at] / total;
      known.score += (weights[at] / total) * (1 + result.score / results[0].score);
      scores.set(result.id, known);
    }
  });
  const most = [...scores.values()].filter(({ held }) => held >= MOST);
  return most.sort((a, b) => b.score - a.score).map(({ result }) => result);
}

/** Returns pages for each entry of staff's, with the rest of what was typed where both stand. */
async function staffs(others, left, filters) {
  const answers = await Promise.all(others.map(async ({ find: theirs }) => {
    const words = weighty(wordsOf(theirs));
    const [all, both] = await Promise.all([ask(words, filters), left.length ? ask([...words, ...left], filters) : []]);
    return [...both.slice(0, 2), ...all, ...both];
  }));
  return answers.flat();
}

/** Returns the results of several answers in turn: the first of each, then the second. */
function inTurn(answers) {
  const most = Math.max(...answers.map((results) => results.length));
  return Array.from({ length: most }, (_, at) => answers.flatMap((results) => results.slice(at, at + 1))).flat();
}

function once(results) {
  const seen = new Set();
  return results.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Returns the engine's results for a query that was interpreted. */
async function found(meant, filters, site) {
  await load();
  const { own, also, others, left } = meant;
  // At once, so that parts of the index are fetched together and not one after the other.
  const [theirs, together, apart, ...instead] = await Promise.all([
    staffs(others, left, filters), phrase(own, filters), ask(own, filters), ...also.map((word) => ask([word], filters)),
  ]);
  let mine = [...together, ...apart];
  // Half a word may not begin like its stem, which is what the index holds: "disabi", "disabl".
  if (!mine.length) mine = await ask(own.map((word) => site.completed(word)), filters);
  if (instead.length) mine = inTurn([mine, ...instead]);
  const large = weighty(own);
  if (large.length < own.length) mine = [...mine, ...(await ask(large, filters))];
  if (mine.length < FEW && large.length > 1) mine = [...mine, ...(await some(large, filters, site))];
  return { results: once([...theirs.slice(0, STAFFS), ...mine, ...theirs.slice(STAFFS)]) };
}

/**
 * Returns how the query was interpreted (see understand.js), with its results in order. Without a
 * network, only titles are searched; rejects where not even those can be.
 */
export async function find(question, exact = false) {
  const { q, kind, topic } = question;
  const filters = {};
  if (kind) filters[`kind-${kind}`] = "yes";
  if (topic) filters[`topic-${topic}`] = "yes";
  load().catch(() => {});
  const site = await loadWords(root);
  let meant = understand(q, site, exact);
  // Who to call waits for no index.
  if (!site.whole && !meant.crisis) meant = understand(q, site, exact, await heldBeside(q, site));
  const lists = [...meant.others.map(({ find: words }) => weighty(wordsOf(words))), weighty(meant.own)];
  const answer = await found(meant, filters, site)
    .catch(async () => {
      const { titled } = await import("../search-words/titles.js");
      return { offline: true, results: once(await titled(lists, question, root)) };
    })
    .catch((error) => (meant.crisis ? { results: [] } : Promise.reject(error)));
  return { ...meant, ...answer, urgent: site.urgent, root };
}
