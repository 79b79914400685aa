// Parses and formats YAML, and updates a file by rewriting only the keys and entries that changed.
import { CORE_SCHEMA, FAILSAFE_SCHEMA, dump, load } from "js-yaml";

const KEY = /^([A-Za-z_][\w-]*)[ ]*:(?=\s|$)/;
const ENTRY = /^-(?=\s|$)/;
const COMMENT_OR_EMPTY = /^\s*(#|$)/;

// Scalars stay strings; formats.js converts numbers and booleans by the type of their form field.
export const parse = (text) => load(text, { schema: FAILSAFE_SCHEMA }) ?? {};
export const format = (data, options = {}) =>
  dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quoteStyle: "double", ...options });

// Returns the YAML `text` changed to contain `data`. `meaningOf` parses a text to such data. What holds
// comments is rewritten last: first the smallest parts that changed, else whole keys, else `text`.
export function changeKeys(text, data, meaningOf) {
  const before = meaningOf(text);
  if (isSame(before, data)) return text;
  for (const isDeep of [true, false]) {
    const changed = keysChanged(text, before, data, isDeep);
    if (isMeant(changed, data, meaningOf)) return changed;
  }
  return format(data);
}

// Returns the lines of one key.
export const linesOf = (text, name) => partsOf(text, KEY).find(({ key }) => key === name)?.lines ?? "";

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const join = (parts) => parts.map(({ above, lines }) => above + lines).join("");

function isMeant(text, data, meaningOf) {
  try {
    return isSame(meaningOf(text), data);
  } catch {
    return false; // what was put together is no YAML
  }
}

function keysChanged(text, before, data, isDeep) {
  const parts = partsOf(text, KEY);
  for (const part of parts) if (part.key in before && !(part.key in data)) part.lines = "";
  let place = -1; // a new key follows the key that precedes it in the form
  for (const [key, value] of Object.entries(data)) {
    const found = parts.findIndex((part) => part.key === key);
    place = found < 0 ? place + 1 : found;
    if (found < 0) parts.splice(place, 0, { key, above: "", lines: format({ [key]: value }) });
    else if (!isSame(before[key], value)) {
      const { lines } = parts[found];
      const inner = isDeep ? insideChanged(lines, before[key], value) : null;
      parts[found].lines = inner ?? rewritten(key, value, lines);
    }
  }
  return join(parts);
}

// Returns the lines of a key with its list or group changed inside, or null if they have another form.
function insideChanged(lines, before, value) {
  const [head] = /^[\w-]+[ ]*:[ ]*(?:#.*)?\n/.exec(lines) ?? [];
  if (!head) return null;
  const body = lines.slice(head.length);
  const [, indent] = /^(?:\s*(?:#.*)?\n)*([ ]*)/.exec(body);
  const text = dedented(body, indent);
  if (text === null) return null;
  let changed = null;
  if (isGroup(before) && isGroup(value)) changed = keysChanged(text, before, value, true);
  else if (Array.isArray(before) && Array.isArray(value)) changed = entriesChanged(text, before, value);
  return changed === null ? null : head + indented(changed, indent);
}

// Entries that are the same at the start and at the end of a list keep their lines, and so do those
// that only moved. What else stands where another entry stood is taken for that one, changed.
function entriesChanged(text, before, after) {
  const parts = partsOf(text, ENTRY);
  const tail = parts.pop();
  if (parts.length !== before.length) return null;
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < least - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const old = parts.slice(start, before.length - end).map((part, index) => ({ ...part, value: before[start + index] }));
  const take = (part) => part && Object.assign(part, { isUsed: true });
  const values = after.slice(start, after.length - end);
  const moved = values.map((value) => take(old.find((part) => !part.isUsed && isSame(part.value, value))));
  const changed = values.map((value, index) => {
    const part = moved[index] ?? (old[index]?.isUsed ? null : take(old[index]));
    if (!part) return { above: "", lines: format([value]) };
    return { above: part.above, lines: moved[index] ? part.lines : entryChanged(part.lines, part.value, value) };
  });
  const left = old.filter(({ isUsed }) => !isUsed).map(({ above }) => ({ above, lines: "" }));
  return join([...parts.slice(0, start), ...left, ...changed, ...parts.slice(before.length - end), tail]);
}

function entryChanged(lines, before, value) {
  const [marker] = /^-[ ]+/.exec(lines) ?? [""];
  const body = lines.slice(marker.length);
  const text = dedented(" ".repeat(marker.length) + body, " ".repeat(marker.length));
  if (text === null || !isGroup(before) || !isGroup(value) || !KEY.test(body)) {
    return format([value], body.startsWith("{") ? { flowLevel: 1 } : {});
  }
  const changed = indented(keysChanged(text, before, value, true), " ".repeat(marker.length));
  return marker + changed.slice(marker.length);
}

// Returns `text` without `indent` in front of its lines, or null if a line has less.
function dedented(text, indent) {
  const lines = text.split("\n");
  const isInside = lines.every((line) => !line.trim() || line.startsWith(indent));
  return isInside ? lines.map((line) => (line.trim() ? line.slice(indent.length) : line)).join("\n") : null;
}

const indented = (text, indent) => text.replace(/^(?=.*\S)/gm, indent);

// Returns the lines of each key or entry, and the comments and empty lines above it; last, what is
// below them.
function partsOf(text, start) {
  const parts = [];
  let above = "";
  for (const line of text.match(/.*\n|.+$/g) ?? []) {
    const [, key = ""] = start.exec(line) ?? [];
    if (start.test(line)) parts.push({ key, above, lines: line });
    else if (COMMENT_OR_EMPTY.test(line) || !parts.length) {
      above += line;
      continue;
    } else parts.at(-1).lines += above + line;
    above = "";
  }
  return [...parts, { above, lines: "" }];
}

// Formats a key in the style it had: flow lists stay on one line, and trailing comments are kept.
function rewritten(key, value, before) {
  const lines = format({ [key]: value }, /^[\w-]+[ ]*:[ ]*\[/.test(before) ? { flowLevel: 1 } : {});
  const [comment] = /[ \t]+#.*(?=\n$)/.exec(before) ?? [];
  const isOneLine = (text) => text.trimEnd().split("\n").length === 1;
  if (!comment || !isOneLine(lines) || !isOneLine(before)) return lines;
  return isSame(parse(before), parse(before.replace(comment, ""))) ? lines.replace(/\n$/, `${comment}\n`) : lines;
}
