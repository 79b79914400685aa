// Formats inline content as Markdown with as little escaping as possible: candidates are tried from the
// least escaped on, and the first that parses back to the same content is used.
import { meaningOf } from "./meaning.js";
import { read } from "./reader.js";
import { schema } from "./schema.js";
import { WAYS, wordsIn } from "./words.js";

const { nodes } = schema;
const inTable = ({ content }) =>
  nodes.table.create(null, nodes.table_row.create(null, nodes.table_header.create(null, content)));
const inList = (node) => nodes.bullet_list.create(null, nodes.list_item.create(null, node));
const indented = (line) => line.replace(/\n/g, "\n  ");
const above = nodes.paragraph.create(null, schema.text("x"));

// For each kind of block, how its content is embedded, and what it must be parsed as.
const PLACES = {
  heading: [(line) => `## ${line}`, (node) => nodes.heading.create(null, node.content)],
  cell: [(line) => `| ${line} |\n| --- |`, inTable],
  paragraph: [(line) => line, (node) => node],
  quotation: [(line) => line.replace(/^/gm, "> "), (node) => nodes.blockquote.create(null, node)],
  entry: [(line) => `- ${indented(line)}`, inList],
  starredEntry: [(line) => `* ${indented(line)}`, inList],
  explanation: [(line) => `x\n\n${line}`, (node) => [above, node]],
};

function placesOf({ type }, line) {
  if (type.name === "heading") return [PLACES.heading];
  if (type.name !== "paragraph") return [PLACES.cell];
  // Only text that starts like an alert, task, thematic break or definition needs these checks.
  const { paragraph, quotation, entry, starredEntry, explanation } = PLACES;
  return /^[[:~*-]/.test(line) ? [paragraph, quotation, entry, starredEntry, explanation] : [paragraph];
}

// `names` are the definitions of links and footnotes in the whole document.
export function lineOf(node, names) {
  const means = (line) =>
    placesOf(node, line).every(([write, hold]) => {
      return meaningOf(read(write(line), names)) === meaningOf(nodes.doc.create(null, hold(node)));
    });
  let line = "";
  for (const way of WAYS) {
    line = wordsIn(node, way);
    if (means(line)) break;
  }
  return line;
}
