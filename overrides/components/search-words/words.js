// The words this site holds, and what staff say of others, as the build wrote them (search_data.py).
const UNSEEN = /['\u2018\u2019\u02bc\u00ad\u200b-\u200f\u2060\ufeff]/g;
const NOT_DECOMPOSED = { "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i" };
// Firefox before 78 knows no classes of letters; there, letters are what is no sign.
const MARKS = classes("\\p{M}", "[\\u0300-\\u036f]");
const WORDS = classes("[\\p{L}\\p{N}]+", "[^\\s!-\\/:-@\\x5b-\\x60{-~\\u00a1-\\u00bf\\u2000-\\u2bff\\u3000-\\u303f]+");
const CODED = /([A-Z])([^A-Z,]+)(,?)/g;
const PLURAL = /^(.{3,})s$/;

let data;

function classes(pattern, without) {
  try {
    return new RegExp(pattern, "gu");
  } catch {
    return new RegExp(without, "g");
  }
}

/** Returns the words of `text` in small letters, without marks or signs nobody sees. */
export function wordsOf(text) {
  const folded = text.toLowerCase().replace(UNSEEN, "").normalize("NFKD").replace(MARKS, "")
    .replace(/[łøđßæœı]/g, (letter) => NOT_DECOMPOSED[letter]);
  return folded.match(WORDS) || [];
}

/** Returns every word, and whether many pages hold it. */
function decode(coded) {
  const all = new Map();
  let word = "";
  for (const [, shared, rest, comma] of coded.matchAll(CODED)) {
    word = word.slice(0, shared.charCodeAt(0) - 65) + rest;
    all.set(word, comma === ",");
  }
  return all;
}

const singular = (word) => (PLURAL.exec(word) || [])[1];

class Words {
  constructor({ whole, words, urgent, crisis, other, topics, parts = [] }) {
    Object.assign(this, { whole, urgent, topics, parts });
    this.common = decode(words);
    this.crisis = { find: crisis.find, phrases: crisis.phrases.split("\n").filter(Boolean) };
    this.others = new Map();
    for (const [typed, find, topic, missing] of other) {
      for (const phrase of typed.split("\n")) {
        this.others.set(phrase, { phrase, find, topic: topics[topic], missing });
      }
    }
    // What a slip may be mended to: words of the site, and those that staff listed.
    this.all = new Map(this.common);
    for (const phrase of this.others.keys()) {
      for (const word of phrase.split(" ")) if (!this.knows(word)) this.all.set(word, false);
    }
  }

  /** Tells whether the site holds `word`; the list leaves out plurals. */
  knows(word, words = this.common) {
    return words.has(word) || words.has(singular(word));
  }

  /** Returns staff's entry for a phrase, or for the one that it is the plural of. */
  entry(phrase) {
    return this.others.get(phrase) || this.others.get(singular(phrase));
  }

  /** Returns a known word that begins with `word`, a common one where there is one. */
  completed(word) {
    if (this.knows(word)) return word;
    const longer = [...this.common.keys()].filter((known) => known.startsWith(word));
    return longer.find((known) => this.common.get(known)) || longer[0] || word;
  }

  /** Tells whether `word` can stand as it is: it is known, or the beginning of a known word. */
  takes(word) {
    return this.knows(word, this.all) || [...this.all.keys()].some((known) => known.startsWith(word));
  }
}

/** Returns the site's words, fetched once. */
export function load(root) {
  data = data || fetch(new URL("assets/search/words.json", root))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("no words"))))
    .then((json) => new Words(json));
  data.catch(() => (data = undefined));
  return data;
}
