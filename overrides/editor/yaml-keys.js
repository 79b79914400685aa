// Parses and formats YAML, and updates a file by rewriting only the keys that changed.
import { CORE_SCHEMA, FAILSAFE_SCHEMA, dump, load } from "js-yaml";

const KEY = /^([A-Za-z_][\w-]*)[ ]*:(?=\s|$)/;
const COMMENT_OR_EMPTY = /^\s*(#|$)/;

// Scalars stay strings; formats.js converts numbers and booleans by the type of their form field.
export const parse = (text) => load(text, { schema: FAILSAFE_SCHEMA }) ?? {};
export const format = (data, options = {}) =>
  dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quoteStyle: "double", ...options });

// Returns the YAML `text` changed to contain `data`. `meaningOf` parses a text to such data.
export function changeKeys(text, data, meaningOf) {
  const before = meaningOf(text);
  if (isSame(before, data)) return text;
  const parts = partsOf(text);
  for (const part of parts) if (part.key in before && !(part.key in data)) part.lines = "";
  let place = -1; // a new key follows the key that precedes it in the form
  for (const [key, value] of Object.entries(data)) {
    const found = parts.findIndex((part) => part.key === key);
    place = found < 0 ? place + 1 : found;
    if (found < 0) parts.splice(place, 0, { key, above: "", lines: format({ [key]: value }) });
    else if (!isSame(before[key], value)) parts[found].lines = linesOf(key, value, parts[found].lines);
  }
  const changed = parts.map(({ above, lines }) => above + lines).join("");
  return isSame(meaningOf(changed), data) ? changed : format(data);
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Returns the lines of each key, and the comments and empty lines above it.
function partsOf(text) {
  const parts = [];
  let above = "";
  for (const line of text.match(/.*\n|.+$/g) ?? []) {
    const [, key] = KEY.exec(line) ?? [];
    if (key) parts.push({ key, above, lines: line });
    else if (COMMENT_OR_EMPTY.test(line) || !parts.length) {
      above += line;
      continue;
    } else parts.at(-1).lines += above + line;
    above = "";
  }
  return [...parts, { above, lines: "" }];
}

// Formats a key in the style it had: flow lists stay on one line, and trailing comments are kept.
function linesOf(key, value, before) {
  const lines = format({ [key]: value }, /^[\w-]+[ ]*:[ ]*\[/.test(before) ? { flowLevel: 1 } : {});
  const [comment] = /[ \t]+#.*(?=\n$)/.exec(before) ?? [];
  const isOneLine = (text) => text.trimEnd().split("\n").length === 1;
  if (!comment || !isOneLine(lines) || !isOneLine(before)) return lines;
  return isSame(parse(before), parse(before.replace(comment, ""))) ? lines.replace(/\n$/, `${comment}\n`) : lines;
}
