// Converts the files of docs/ to the values of the editor's forms, and back. Files are terser: an
// item's kind is its first key, a plain string is a tick box, and default values are left out.
import { changeKeys, format, linesOf, parse } from "./yaml-keys.js";

const FRONT_MATTER = /^---[ ]*\n([\s\S]*?\n)?---[ ]*(?:\n([\s\S]*))?$/;
const FILE = "_file"; // the file's text as it was read; unchanged parts are preserved
const BODY = "body";
const PLAIN_KIND = "tick"; // the kind of item that a plain string means
const SOURCES = "sources";
const NO_SOURCES = "no_sources"; // a switch in the form only; in the file, an empty list of sources
const TRUE = /^(true|yes|on|y|t|1)$/i;

// `isPart`: the file holds more than the form, and the form never sees the rest.
export function readFile(text, fields, isPart) {
  if (isPart) return { ...onlyIn(fields, partIn(text, fields)), [FILE]: text };
  if (fields[0].root) return readValue(parse(text), fields[0]);
  if (!hasBody(fields)) return { ...readValue(parse(text), { fields }), [FILE]: text };
  const { head, body } = partsOf(text);
  const facts = readGroup(parse(head), fields);
  if (facts[SOURCES]?.length === 0) facts[NO_SOURCES] = true;
  return { ...facts, [BODY]: body.trim(), [FILE]: text };
}

export function writeFile(value, fields, isPart) {
  if (isPart) return writePart(value, fields);
  if (fields[0].root) return format(writeValue(value, fields[0]));
  const { [FILE]: before, [BODY]: body = "", ...facts } = value;
  const data = writeGroup(facts, fields);
  const meaningOf = (text) => dataIn(text, fields);
  if (!hasBody(fields)) return before === undefined ? format(data) : changeKeys(before, data, meaningOf);
  if (before === undefined) return `---\n${format(data)}---\n\n${body.trim()}\n`;
  const was = partsOf(before);
  const isChanged = body.trim() !== was.body.trim();
  const text = isChanged ? `${/^\n*/.exec(was.body)[0] || "\n"}${body.trim()}\n` : was.body;
  return `---\n${changeKeys(was.head, data, meaningOf)}---\n${text}`;
}

const partIn = (text, fields) => readGroup(parse(linesOf(text, fields[0].name)), fields);

// Changes the form's one key, and leaves every other line of the file as it was.
function writePart({ [FILE]: before, ...facts }, fields) {
  const meaningOf = (text) => writeGroup(partIn(text, fields), fields);
  const data = writeGroup(withRestOf(partIn(before, fields), facts, fields), fields);
  const lines = linesOf(before, fields[0].name);
  if (!lines) throw new Error(`The file has no "${fields[0].name}".`);
  const place = before.indexOf(lines);
  return before.slice(0, place) + changeKeys(lines, data, meaningOf) + before.slice(place + lines.length);
}

// Returns what of `group` the form has a field for.
function onlyIn(fields, group) {
  const own = fields.filter(({ name }) => name in group);
  return Object.fromEntries(
    own.map(({ name, fields }) => [name, fields && isGroup(group[name]) ? onlyIn(fields, group[name]) : group[name]]),
  );
}

// Returns `facts` with what of `group` no form shows.
function withRestOf(group, facts, fields) {
  const rest = Object.entries(group).filter(([key]) => !fields.some(({ name }) => name === key));
  const inside = fields.filter(({ name, fields }) => fields && isGroup(group[name]) && isGroup(facts[name]));
  const groups = inside.map(({ name, fields }) => [name, withRestOf(group[name], facts[name], fields)]);
  return { ...Object.fromEntries(rest), ...facts, ...Object.fromEntries(groups) };
}

const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const hasBody = (fields) => fields.some(({ name }) => name === BODY);

function partsOf(text) {
  const [, head, body = ""] = text.match(FRONT_MATTER) ?? [];
  if (head === undefined) throw new Error("The file does not start with front matter.");
  return { head, body };
}

// Returns what writing the form would produce for `text` if nothing were changed.
function dataIn(text, fields) {
  const facts = readGroup(parse(text), fields);
  if (facts[SOURCES]?.length === 0) facts[NO_SOURCES] = true;
  return writeGroup(facts, fields);
}

function readValue(value, field) {
  if (Array.isArray(value)) return value.map((entry) => readEntry(entry, field));
  if (value && typeof value === "object") return readGroup(value, field.fields ?? []);
  if (field.widget === "list" && typeof value === "string" && value) return [value];
  if (field.widget === "boolean") return TRUE.test(value);
  if (field.widget === "number" && /^\d+$/.test(value)) return Number(value);
  return value;
}

function readEntry(entry, { types, typeKey, fields }) {
  if (!types) return readValue(entry, { fields });
  const item = typeof entry === "string" ? { [PLAIN_KIND]: entry } : entry;
  const type = types.find(({ name }) => name in item);
  return type ? { [typeKey]: type.name, ...readGroup(item, type.fields) } : item;
}

// A boolean that a file does not have is false, even if its default in a new form is true.
function readGroup(group, fields) {
  const switches = fields.filter(({ widget }) => widget === "boolean").map(({ name }) => [name, false]);
  return { ...Object.fromEntries(switches), ...mapGroup(group, fields, readValue) };
}

function writeValue(value, field) {
  if (Array.isArray(value)) return value.map((entry) => writeEntry(entry, field)).filter(hasValue);
  if (value && typeof value === "object") return writeGroup(value, field.fields ?? []);
  if (typeof value !== "string") return value;
  return field.widget === "text" ? value.trim() : value.trim().replace(/\s+/g, " ");
}

function writeEntry(entry, { types, typeKey, fields }) {
  if (!types || !entry) return writeValue(entry, { fields });
  const { [typeKey]: kind, ...item } = entry;
  const written = writeGroup(item, types.find(({ name }) => name === kind)?.fields ?? []);
  return kind === PLAIN_KIND && Object.keys(written).length === 1 ? (written[PLAIN_KIND] ?? written) : written;
}

// Returns the keys in the form's order, without optional ones that have their default value.
function writeGroup(group, fields) {
  const written = mapGroup(group, fields, writeValue);
  const places = fields.map(({ name }) => name);
  const kept = Object.entries(written).filter(([key, value]) => {
    if (key === NO_SOURCES) return false;
    if (key === SOURCES && written[NO_SOURCES]) return true;
    const field = fields[places.indexOf(key)];
    return hasValue(value) && !(field && !field.required && isDefault(value, field));
  });
  return Object.fromEntries(kept.sort(([one], [other]) => places.indexOf(one) - places.indexOf(other)));
}

function mapGroup(group, fields, change) {
  const changed = Object.entries(group).map(([key, value]) => {
    return [key, change(value, fields.find(({ name }) => name === key) ?? {})];
  });
  return Object.fromEntries(changed);
}

const isDefault = (value, field) => value === (field.widget === "boolean" ? false : field.default);

function hasValue(value) {
  if (value && typeof value === "object") return Object.keys(value).length > 0;
  return value !== "" && value !== null && value !== undefined;
}
