// Formats inline content as Markdown, with one of several levels of escaping.
import { addressesIn } from "./addresses.js";

const asTyped = (text) => text;

// Where punctuation is usually parsed as markup.
const OFTEN =
  /\\(?=[!-/:-@[-`{-~]|$)|[*`[\]~{]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=#?\w+;)/giu;
const carefully = (text) => text.replace(OFTEN, "\\$&");
const everySign = (text) => text.replace(/[!#$&*+\-.:<=>[\\\]^_`{}~]/g, "\\$&");

// What starts a list, block quote, heading and so on at the start of a line, and what ends a heading.
const AT_START = /^([-+>#=:]|\d{1,9}(?=[.)](\s|$)))/;
const AT_END = /(?<=\s)#+$/;

const SIGNS = { em: ["*", "*"], strong: ["**", "**"], strike: ["~~", "~~"] };
// Some emphasis is possible in HTML only: the bold start of a word that ends in a full stop.
const TAGS = { em: ["<em>", "</em>"], strong: ["<strong>", "</strong>"], strike: ["<del>", "</del>"] };
const never = () => false;
const always = () => true;

// From the least escaping to the most.
export const WAYS = [
  { escape: asTyped, needsTag: never },
  { escape: carefully, needsTag: never },
  { escape: everySign, needsTag: never },
  { escape: carefully, needsTag: partOfWord },
  { escape: carefully, needsTag: always },
  { escape: everySign, needsTag: always },
];

// Returns the Markdown of the content of `node`, on one line unless it is a paragraph.
export function wordsIn(node, way) {
  const lineBreak = node.type.name === "paragraph" ? "\\\n" : "<br>";
  const pieces = piecesOf(node);
  const open = [];
  let out = "";
  const close = () => {
    out += open.pop().end;
  };
  pieces.forEach((piece, index) => {
    while (open.some(({ mark }) => isCode(mark) || !mark.isInSet(piece.marks))) close();
    const added = piece.marks.filter((mark) => !open.some((one) => one.mark.eq(mark)));
    for (const mark of byLength(added, pieces, index)) {
      const [start, end] = signsOf(mark, pieces, index, way);
      open.push({ mark, end });
      out += start;
    }
    out += pieceAsText(piece, out, lineBreak, way);
  });
  while (open.length) close();
  const words = out.trim();
  return /^table_/.test(node.type.name) ? words.replace(/\|/g, "\\|") : words;
}

const isCode = ({ type }) => type.name === "code";

// Splits the content into text, spaces, breaks and atoms. A space has only the marks that continue.
function piecesOf(node) {
  const pieces = [];
  node.forEach(({ type, text, attrs, marks }) => {
    if (!text) pieces.push({ type: type.name, attrs, marks });
    else if (marks.some(isCode)) pieces.push({ type: "code", text, marks });
    else
      for (const part of text.split(/(^\s+|\s+$)/))
        if (part) pieces.push({ type: /\S/.test(part) ? "text" : "space", text: part, marks });
  });
  const isBlank = ({ type }) => type === "space" || type === "hard_break";
  while (pieces.length && isBlank(pieces[0])) pieces.shift();
  while (pieces.length && isBlank(pieces.at(-1))) pieces.pop();
  for (const [index, piece] of pieces.entries()) {
    if (!isBlank(piece)) continue;
    const after = pieces.slice(index).find((one) => !isBlank(one)).marks;
    const isInside = (mark) => mark.isInSet(after) && !isCode(mark);
    piece.marks = pieces[index - 1].marks.filter(isInside);
  }
  return pieces;
}

// Longer marks are opened first; code is always the innermost.
function byLength(marks, pieces, index) {
  const lengthOf = (mark) => {
    const end = pieces.findIndex((piece, place) => place > index && !mark.isInSet(piece.marks));
    return isCode(mark) ? -1 : end < 0 ? pieces.length : end;
  };
  return [...marks].sort((one, other) => lengthOf(other) - lengthOf(one));
}

function signsOf(mark, pieces, index, { needsTag }) {
  const { type, attrs } = mark;
  if (type.name === "code") return ticks(pieces[index].text ?? "");
  if (type.name !== "link") return (needsTag(mark, pieces, index) ? TAGS : SIGNS)[type.name];
  const { text, marks } = pieces[index];
  const isAlone = !pieces[index + 1]?.marks.some(
    (mark) => mark.type === type && mark.attrs.href === attrs.href,
  );
  const isItsAddress = isAlone && marks.length === 1 && text === attrs.href && !attrs.title;
  if (isItsAddress && /^https?:[^\s<>]+$/.test(text)) return ["<", ">"];
  return ["[", `](${addressOf(attrs.href)}${titleOf(attrs)})`];
}

// Returns whether a mark starts or ends with punctuation next to a letter.
function partOfWord(mark, pieces, index) {
  const after = pieces.findIndex((piece, place) => place > index && !mark.isInSet(piece.marks));
  const last = pieces.at(after < 0 ? -1 : after - 1);
  const isLetter = (piece, place) => /[\p{L}\p{N}]/u.test(piece?.text?.at(place) ?? "");
  const isOpen = isLetter(pieces[index - 1], -1) && !isLetter(pieces[index], 0);
  return isOpen || (after >= 0 && isLetter(pieces[after], 0) && !isLetter(last, -1));
}

function pieceAsText({ type, text, attrs, marks }, before, lineBreak, { escape }) {
  if (type === "hard_break") return lineBreak;
  if (type === "source_inline") return attrs.source;
  if (type === "image") return `![${everySign(attrs.alt)}](${addressOf(attrs.src)}${titleOf(attrs)})`;
  const words = text.replace(/\n/g, " ");
  if (type !== "text" || (before.endsWith("<") && marks.length)) return words;
  if (escape === asTyped) return words;
  const isLinked = marks.some((mark) => mark.type.name === "link");
  const escaped = outsideAddresses(words, isLinked ? [] : addressesIn(words), escape).replace(AT_END, "\\$&");
  if (!/(^|\n)$/.test(before)) return escaped;
  return escaped.replace(AT_START, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

function outsideAddresses(words, addresses, escape) {
  let out = "";
  let from = 0;
  for (const [start, end] of addresses) {
    out += escape(words.slice(from, start)) + words.slice(start, end);
    from = end;
  }
  return out + escape(words.slice(from));
}

// Spaces end a URL, and brackets may.
function addressOf(address) {
  if (/[\s<>]/.test(address)) return `<${address.replace(/[<>\\]/g, "\\$&").replace(/\s/g, " ")}>`;
  return address.replace(/[()\\]/g, "\\$&");
}

const titleOf = ({ title }) => (title ? ` "${title.replace(/[\\"]/g, "\\$&")}"` : "");

// Code is enclosed by more backticks than it contains, and padded if it starts or ends with one.
function ticks(code) {
  const runs = code.match(/`+/g) ?? [];
  let fence = "`";
  while (runs.includes(fence)) fence += "`";
  const room = /^`|`$|^ .* $/s.test(code) && /\S/.test(code) ? " " : "";
  return [fence + room, room + fence];
}
