// Bare URLs that become links, in which no character is markup; see GitHub's specification:
// https://github.github.com/gfm/#autolinks-extension-
const ADDRESS = /(?<![^ \t\n*_~(])(?:https?:\/\/|www\.(?=[\p{L}\p{N}-]+\.))[^ \t\n<]+/gu;
const NOT_LAST = /[?!.,:*_~'"[\]]$/;
const ENTITY = /&[a-z]+;$/i;

// Returns the start and end of each URL in `text`.
export function addressesIn(text) {
  return [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => [index, index + trimmed(found).length]);
}

function trimmed(address) {
  let kept = address;
  for (;;) {
    const isLone = kept.endsWith(")") && count(kept, ")") > count(kept, "(");
    const length =
      ENTITY.exec(kept)?.[0].length ?? (NOT_LAST.test(kept) || kept.endsWith(";") || isLone ? 1 : 0);
    if (!length) return kept;
    kept = kept.slice(0, -length);
  }
}

const count = (text, sign) => text.split(sign).length - 1;

// Parser rules: text ends where a URL starts, and a URL is text as a whole.
export function addressRules(md) {
  md.inline.ruler.at("text", plainText);
  md.inline.ruler.after("text", "address", address);
}

const PLAIN = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y;
const START = /(?<=^|[ \t(])(?:https?$|www\.)/;

function plainText(state, silent) {
  PLAIN.lastIndex = state.pos;
  const [found] = PLAIN.exec(state.src.slice(0, state.posMax)) ?? [];
  if (!found) return false;
  const start = found.search(START);
  const words = start < 0 ? found : found.slice(0, start);
  if (!words) return false;
  if (!silent) state.pending += words;
  state.pos += words.length;
  return true;
}

function address(state, silent) {
  if (silent || state.linkLevel > 0) return false;
  const text = state.src.slice(0, state.posMax);
  const [, end] = addressesIn(text).find(([start]) => start === state.pos) ?? [];
  if (!end) return false;
  state.pending += text.slice(state.pos, end);
  state.pos = end;
  return true;
}
