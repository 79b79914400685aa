// Returns the meaning of a node as a string, which is equal for two that give the same HTML. Markdown
// style, collapsed spaces and empty paragraphs are ignored.

export const meaningOf = (node) => JSON.stringify(blockMeaning(node));

function blockMeaning(node) {
  const { type, attrs } = node;
  const name = type.name;
  if (name === "table_header" || name === "table_cell") return ["cell", ...wordsOf(node)];
  if (name === "table") return [name, alignmentOf(node), ...rowsOf(node)];
  if (type.spec.code) return [name, attrs.params ?? "", node.textContent.replace(/\n+$/, "")];
  if (node.isTextblock) return [name, attrs.level ?? 0, ...wordsOf(node)];
  const inside = node.children.filter((child) => !isEmpty(child)).map(blockMeaning);
  const { alert, order, slug } = attrs;
  return [name, { alert, checked: boxOf(node), order, slug }, ...inside];
}

export function isEmpty(node) {
  return node.type.name === "paragraph" && wordsOf(node).length === 0;
}

// The check box state of a list item; null for an empty item.
export const boxOf = (item) => (item.children.every(isEmpty) ? null : item.attrs.checked);

const alignmentOf = (table) => table.firstChild.children.map(({ attrs }) => attrs.align);

// The parser has filled up rows that are shorter than the first with empty cells.
function rowsOf(table) {
  return table.children.map((row) => row.children.map(blockMeaning));
}

function wordsOf(node) {
  const words = [];
  node.forEach((child) => {
    const marks = child.marks.map(({ type, attrs }) => [type.name, attrs]);
    if (child.type.name === "hard_break") words.push("break");
    else if (!child.isText) words.push([child.type.name, child.attrs, marks]);
    else for (const part of child.text.split(/(\s+)/)) if (part) words.push(wordOf(part, marks));
  });
  return trimmed(words);
}

const wordOf = (part, marks) => (/\S/.test(part) ? ["text", part, marks] : "space");
const isBlank = (word) => word === "space" || word === "break";

// Collapses spaces, and removes spaces and breaks at the start and the end.
function trimmed(words) {
  const kept = [];
  for (const word of words) {
    if (word === "break" && kept.at(-1) === "space") kept.pop();
    if (word !== "space" || !isBlank(kept.at(-1))) kept.push(word);
  }
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  return kept;
}
