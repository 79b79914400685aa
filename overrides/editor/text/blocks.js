// Formats blocks as Markdown: paragraphs, lists, tables and so on, recursively.
import { lineOf } from "./lines.js";
import { boxOf, isEmpty } from "./meaning.js";

const BARS = { left: ":---", center: ":---:", right: "---:" };

// Returns the Markdown of the block at `index` of the sibling `nodes`.
export function blockAt(nodes, index, names) {
  const node = nodes[index];
  const inside = (join) => allOf(node, names).join(join);
  switch (node.type.name) {
    case "heading":
      return `${"#".repeat(node.attrs.level)} ${lineOf(node, names)}`.trimEnd();
    case "blockquote":
      return quote([...(node.attrs.alert ? [`[!${node.attrs.alert}]`] : []), inside("\n\n")].join("\n"));
    case "bullet_list":
    case "ordered_list":
      return list(nodes, index, names);
    case "code_block":
      return fenced(node.attrs.params, node.textContent);
    case "checklist":
      return fenced("checklist", node.attrs.slug);
    case "source_block":
      return node.textContent;
    case "horizontal_rule":
      return "___"; // hyphens could be parsed as a heading's underline, or as a list
    case "table":
      return table(node, names);
    default:
      return lineOf(node, names);
  }
}

function allOf(parent, names) {
  const nodes = parent.children.filter((node) => !isEmpty(node));
  return nodes.map((_, index) => blockAt(nodes, index, names));
}

function quote(text) {
  return text.replace(/^.*$/gm, (line) => (line ? `> ${line}` : ">"));
}

function fenced(params, code) {
  const longest = Math.max(2, ...(code.match(/^\s*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${params}\n${code}${code ? "\n" : ""}${fence}`;
}

function list(nodes, index, names) {
  const node = nodes[index];
  const isTight = node.attrs.tight && node.children.every(isOneLine);
  const marker = markerOf(nodes, index);
  const items = node.children.map((item, place) => {
    const sign = node.type.name === "bullet_list" ? marker : `${node.attrs.order + place}${marker}`;
    const box = { true: "[x] ", false: "[ ] ", null: "" }[boxOf(item)];
    const text = box + allOf(item, names).join(isTight ? "\n" : "\n\n");
    return `${sign} ${text.replace(/\n(?=.)/g, `\n${" ".repeat(sign.length + 1)}`)}`.trimEnd();
  });
  return items.join(isTight ? "\n" : "\n\n");
}

// An item of a tight list has at most a paragraph, and lists that may follow one without an empty line.
function isOneLine(item) {
  const [first, ...rest] = item.children.filter((node) => !isEmpty(node));
  const isWords = first?.type.name === "paragraph";
  return (!first || isWords || mayFollowWords(first)) && rest.every(mayFollowWords);
}

function mayFollowWords({ type, attrs, firstChild }) {
  if (!/_list$/.test(type.name) || firstChild.children.every(isEmpty)) return false;
  return type.name === "bullet_list" || attrs.order === 1;
}

// Adjacent lists would be parsed as one, so the second has another marker.
function markerOf(nodes, index) {
  const { type, attrs } = nodes[index];
  const before = nodes[index - 1];
  if (before?.type !== type || markerOf(nodes, index - 1) !== attrs.marker) return attrs.marker;
  return { "-": "*", "*": "-", "+": "-", ".": ")", ")": "." }[attrs.marker];
}

function table(node, names) {
  const rows = node.children.map((row) => row.children.map((cell) => lineOf(cell, names)));
  const bars = node.firstChild.children.map(({ attrs }) => BARS[attrs.align] ?? "---");
  return [rows[0], bars, ...rows.slice(1)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
