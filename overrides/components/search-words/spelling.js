// Spelling correction: words within a few edits, words that sound alike, and two words typed as one.

// In edits, chosen with "make bench-search": of 1,600 words with a slip, 96 % find their page.
const AS_LIKELY = 1; // what the scores of two words may differ by where both are searched for
const MOST_OTHERS = 3;
const SOUNDS_ALIKE = 0.4;
const SOUNDS_ALIKE_BEGINS_OTHERWISE = 1; // "fone" begins as "phone" sounds: that tells more
const BEGINS_OTHERWISE = 0.3;

/**
 * Returns how many letters differ between two words; two that changed places count once
 * (optimal string alignment). More than `most` is returned as Infinity.
 */
export function distance(a, b, most = 3) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length] <= most ? row[b.length] : Infinity;
}

/** Returns how a word sounds, roughly: its consonants, and whether it begins with a vowel. */
function sound(word) {
  const plain = word.replace(/ph/g, "f").replace(/^kn/, "n").replace(/^wr/, "r").replace(/gh/g, "")
    .replace(/[ts]ion/g, "shn").replace(/c(?=[eiy])/g, "s").replace(/ck|[cq]/g, "k").replace(/z/g, "s")
    .replace(/x/g, "ks");
  return plain.replace(/^[aeiouy]+/, "a").replace(/(?!^)[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
}

/** Returns how many slips a word of this length may hold. */
export const slips = (length) => (length < 6 ? 1 : 2);

const sorted = (word) => [...word].sort().join("");

/** Tells whether two words differ by two other letters side by side. */
function hasOtherPair(a, b) {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.slice(at + 2) === b.slice(at + 2);
}

/** Tells whether `word` begins with the letters of `known`, or with its first two in the wrong order. */
function beginsLike(word, known) {
  return word[0] === known[0] || (word[0] === known[1] && word[1] === known[0]);
}

/** Returns how unlikely `word` is a slip for `known`, from about 0; Infinity where it is none. */
function unlikeliness(word, known, most) {
  const wrong = distance(word, known, most + 1);
  if (wrong === Infinity) return Infinity;
  // Of short words only those whose letters changed places: too much else is near.
  if (word.length < 4) return wrong === 1 && sorted(word) === sorted(known) ? wrong : Infinity;
  if (sound(word) === sound(known)) {
    return wrong - (beginsLike(word, known) ? SOUNDS_ALIKE : SOUNDS_ALIKE_BEGINS_OTHERWISE);
  }
  if (wrong > most || (wrong === 2 && hasOtherPair(word, known))) return Infinity;
  return wrong + (beginsLike(word, known) ? 0 : BEGINS_OTHERWISE);
}

/** Returns the known words nearest to `word`, best first, each with its score. */
export function near(word, words, extra = 0) {
  if (word.length < 3) return [];
  const most = slips(word.length) + extra;
  const found = [];
  for (const [known, common] of words.all) {
    let meant = known;
    let score = unlikeliness(word, known, most);
    if (word.endsWith("s") && !known.endsWith("s")) {
      const plural = unlikeliness(word, `${known}s`, most) + 0.1;
      if (plural < score) [meant, score] = [`${known}s`, plural];
    }
    if (score < Infinity) found.push({ word: meant, score: score - (common ? 0.3 : 0) });
  }
  return found.sort((a, b) => a.score - b.score);
}

/** Returns two known words that `word` is made of, where it is. */
function split(word, words) {
  for (let at = word.length - 3; at >= 2; at -= 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => words.common.has(part))) return parts;
  }
  return undefined;
}

/** Returns words that `word` may stand for as likely as for `best`. */
export function others(word, best, words) {
  const [first, ...rest] = near(word, words);
  if (!first || first.word !== best) return [];
  const different = rest.filter(({ word: one }) => !one.startsWith(best) && !best.startsWith(one));
  const likely = different.filter(({ score }) => score < first.score + AS_LIKELY);
  return likely.slice(0, MOST_OTHERS).map((one) => one.word);
}

/** Returns the words that `word` most likely stands for; nothing where none is near. */
export function mended(word, words) {
  const [best] = near(word, words);
  const parts = word.length > 5 && !(best && best.score <= 1) && split(word, words);
  return parts || (best && [best.word]);
}
