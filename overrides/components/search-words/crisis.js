// Detects phrases of crisis in a query, with tolerance for spelling and spaces.
import { distance, slips } from "./spelling.js";

const PASSED_OVER = new Set(["i", "im", "ive", "to", "too", "2", "the", "a", "an", "am", "really", "just", "so"]);
const LONG_ENOUGH = 7; // letters of a phrase that may be written with other spaces

/** Returns a word without letters held down ("dieeee"), and "wanna" as the word it stands for. */
const plain = (word) => word.replace(/(.)\1{2,}/g, "$1").replace(/^w[ao]?n+a$/, "want");

const heavy = (words) => words.map(plain).filter((word) => !PASSED_OVER.has(word));

function isAlike(typed, wanted, words) {
  if (typed === wanted) return true;
  // A word that is spelt right is no slip for another.
  if (wanted.length < 3 || words.knows(typed)) return false;
  if (wanted.length > 3) return distance(typed, wanted, Math.min(2, slips(wanted.length))) <= 2;
  return [...typed].sort().join("") === [...wanted].sort().join("");
}

function holds(typed, phrase, words) {
  const wanted = heavy(phrase);
  const together = [wanted.join(""), phrase.join("")];
  const isTogether = (written) =>
    together.some((letters) => letters.length >= LONG_ENOUGH && distance(written, letters, 1) <= 1);
  return typed.some((_, start) => {
    const window = (length) => typed.slice(start, start + length);
    const same = window(wanted.length);
    if (same.length === wanted.length && same.every((word, at) => isAlike(word, wanted[at], words))) return true;
    return [1, wanted.length - 1, wanted.length + 1].some((length) => {
      const other = window(length);
      return other.length === length && isTogether(other.join(""));
    });
  });
}

/** Tells whether the words `typed` are about a crisis. */
export function isCrisis(typed, words) {
  const said = heavy(typed);
  return words.crisis.phrases.some((phrase) => holds(said, phrase.split(" "), words));
}
