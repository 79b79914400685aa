// Interprets a query: phrases of crisis first, then spelling, then staff's synonyms.
import { isCrisis } from "./crisis.js";
import { mended, near, others } from "./spelling.js";
import { wordsOf } from "./words.js";

const SMALL = new Set(
  ("a am an and any are as at be been but by can could did do does doing dont for from get getting got had has "
  + "have havent how i id if ill im in into is isnt it its ive me my need no not of on or our please really shall "
  + "should so than that thats the their them then there these they this tips to too us want was we were what whats "
  + "when where which who why will with would you your").split(" "),
);
const MOST_NEAR = 3;

const isLarge = (word) => !SMALL.has(word);

/** Returns `words` without the small ones, unless there are no others. */
export function weighty(words) {
  const kept = words.filter(isLarge);
  return kept.length ? kept : words;
}

/** Joins two words that are one: "inter view". */
function joined(typed, words) {
  const all = [];
  for (const word of typed) {
    const last = all[all.length - 1];
    const one = last + word;
    const apart = last && words.knows(last) && words.knows(word);
    if (last && !apart && !SMALL.has(word) && !SMALL.has(last) && words.knows(one)) all[all.length - 1] = one;
    else all.push(word);
  }
  return all;
}

/** Takes out of `said` each phrase that staff gave other words for, the longest first. */
function replaced(said, words) {
  const found = [];
  const left = [];
  for (let at = 0; at < said.length; at += 1) {
    let length = Math.min(6, said.length - at);
    let entry;
    for (; length && !entry; length -= 1) entry = words.entry(said.slice(at, at + length).join(" "));
    if (entry) {
      found.push(entry);
      at += length;
    } else {
      left.push(said[at]);
    }
  }
  return { found, left };
}

/**
 * Returns what to search for in the place of `text`:
 * crisis: whether who to call comes first; said: the words as they are meant, and `changed` where
 * that is not as they were typed; also: words that one slip may stand for as well; unknown: words
 * the site does not hold; near: words near to those; own: what to find of the reader's own words;
 * others: entries of staff's for some of them; left: the words beside those. `exact` mends no
 * slips, and none is in `held`.
 */
export function understand(text, words, exact = false, held = new Set()) {
  const typed = wordsOf(text);
  if (isCrisis(typed, words)) {
    const own = weighty(wordsOf(words.crisis.find || text));
    return { crisis: true, said: typed, own, also: [], others: [], left: [], unknown: [], near: [] };
  }
  const whole = exact ? typed : joined(typed, words);
  const unknown = [];
  const said = whole.flatMap((word) => {
    if (SMALL.has(word) || /^\d+$/.test(word) || words.takes(word) || held.has(word)) return [word];
    const instead = exact ? undefined : mended(word, words);
    if (!instead) unknown.push(word);
    return instead || [word];
  });
  const { found, left } = replaced(said, words);
  const listed = new Set(found.flatMap(({ phrase }) => phrase.split(" ")));
  // Of words that staff listed and the site does not hold, nothing of their own is found.
  const mine = said.filter((word) => !unknown.includes(word) && (!listed.has(word) || words.knows(word)));
  return {
    crisis: false,
    said,
    changed: said.join(" ") !== typed.join(" "),
    also: typed.length === 1 && said.length === 1 && said[0] !== typed[0] ? others(typed[0], said[0], words) : [],
    unknown: unknown.filter((word) => !listed.has(word)),
    near: [...new Set(unknown.flatMap((word) => near(word, words, 1).map((one) => one.word)))].slice(0, MOST_NEAR),
    own: found.length ? mine.filter(isLarge) : mine,
    others: found,
    left: left.filter((word) => isLarge(word) && !unknown.includes(word)),
  };
}
