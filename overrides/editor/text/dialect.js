// The site's Markdown dialect: GitHub's, with definition lists and attributes in braces. The site uses
// the same parser in Python (markdown-it-py). What the editor cannot show as rich text becomes a
// token of type "source" with the Markdown of the file.
import MarkdownIt from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { addressRules } from "./addresses.js";

export const ALERTS = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
const ALERT = new RegExp(`^\\[!(${ALERTS.join("|")})\\][ \\t]*$`, "i");
const TASK = /^\[([ xX])\][ \t]/;
const ATTRIBUTE = '(?:[.#][\\w:-]+|[\\w:-]+=(?:"[^"\\n]*"|[\\w:-]+))';
const ATTRIBUTES = new RegExp(`\\{\\s*${ATTRIBUTE}(?:\\s+${ATTRIBUTE})*\\s*\\}`, "y");
const TILDE = 0x7e;
const HTML_MARKS = /^<(\/?)(strong|em|del)>$/;
const AS_TOKEN = { strong: "strong", em: "em", del: "s" };

export function dialect() {
  const md = new MarkdownIt("commonmark", { html: true, maxNesting: 100 });
  md.enable(["table", "strikethrough"]).use(footnote).use(deflist);
  md.disable(["footnote_inline", "footnote_tail"]);
  addressRules(md);
  md.normalizeLink = (address) => address;
  md.validateLink = () => true;
  md.block.ruler.before("fence", "attributes", attributesAlone);
  md.block.ruler.before("table", "alert", alert);
  md.block.ruler.before("alert", "task", task);
  md.inline.ruler.after("link", "span", span);
  md.inline.ruler.push("attributes", attributes);
  md.inline.ruler.at("strikethrough", tildes);
  md.inline.ruler2.at("strikethrough", pairTildes);
  md.core.ruler.after("inline", "html_marks", pairHtmlMarks);
  keepBlock(md, "html_block", ["paragraph", "reference", "blockquote"]);
  keepBlock(md, "footnote_def", ["paragraph", "reference"]);
  keepBlock(md, "deflist", ["paragraph", "reference", "blockquote"]);
  keepBlock(md, "reference", []);
  return md;
}

// Replaces the tokens of a block rule by one "source" token with the block's Markdown.
function keepBlock(md, name, alt) {
  const rule = md.block.ruler.__rules__.find((one) => one.name === name).fn;
  const keep = (state, start, end, silent) => {
    const before = state.tokens.length;
    const found = rule(state, start, end, silent);
    if (!found || silent) return found;
    state.tokens.length = before;
    const token = state.push("source", "", 0);
    token.content = state.getLines(start, state.line, state.blkIndent, false).trimEnd();
    token.map = [start, state.line];
    return true;
  };
  md.block.ruler.at(name, keep, { alt });
}

function lineOf(state, line) {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
}

function attributesAlone(state, start, end, silent) {
  if (state.sCount[start] - state.blkIndent >= 4) return false;
  const line = lineOf(state, start).trimEnd();
  if (attributesAt(line, 0) !== line.length || !line) return false;
  if (silent) return true;
  state.line = start + 1;
  const token = state.push("source", "", 0);
  token.content = line;
  token.map = [start, start + 1];
  return true;
}

function attributesAt(text, start) {
  ATTRIBUTES.lastIndex = start;
  return ATTRIBUTES.test(text) ? ATTRIBUTES.lastIndex : -1;
}

// Attributes in braces directly after a link, an image or code.
function attributes(state, silent) {
  const last = state.tokens.at(-1)?.type;
  if (state.pending || !["link_close", "image", "code_inline"].includes(last)) return false;
  return keepInline(state, attributesAt(state.src, state.pos), silent);
}

// A span with attributes: "[text]{.button}".
function span(state, silent) {
  if (state.src[state.pos] !== "[") return false;
  const close = state.md.helpers.parseLinkLabel(state, state.pos, false);
  return close >= 0 && keepInline(state, attributesAt(state.src, close + 1), silent);
}

function keepInline(state, end, silent) {
  if (end < 0 || end > state.posMax) return false;
  if (!silent) state.push("source_inline", "", 0).content = state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

// The first line of an alert: "[!NOTE]" at the start of a block quote.
function alert(state, start, end, silent) {
  const quote = state.tokens.at(-1);
  if (silent || quote?.type !== "blockquote_open") return false;
  const [, kind] = ALERT.exec(lineOf(state, start)) ?? [];
  if (!kind || state.sCount[start] - state.blkIndent >= 4) return false;
  quote.meta = { alert: kind.toUpperCase() };
  state.line = start + 1;
  return true;
}

// The check box of a task list item; the rest of the line is left to the other rules.
function task(state, start, _end, silent) {
  const entry = state.tokens.at(-1);
  const [box, sign] = TASK.exec(lineOf(state, start)) ?? [];
  if (silent || !box || entry?.type !== "list_item_open" || entry.meta) return false;
  if (state.sCount[start] - state.blkIndent >= 4) return false;
  entry.meta = { checked: sign !== " " };
  state.bMarks[start] += state.tShift[start] + box.length;
  state.tShift[start] = 0;
  return false;
}

// Strikethrough: one or two tildes, the same number on both sides; three or more are text.
function tildes(state, silent) {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false;
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, true);
  state.push("text", "", 0).content = "~".repeat(length);
  if (length < 3) {
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: TILDE, length: 0, token, end: -1, open, close });
  }
  state.pos += length;
  return true;
}

function pairTildes(state) {
  const nested = state.tokens_meta.map((meta) => meta?.delimiters ?? []);
  for (const delimiters of [state.delimiters, ...nested]) {
    for (const { marker, token, end } of delimiters) {
      if (marker !== TILDE || end === -1) continue;
      const [first, last] = [state.tokens[token], state.tokens[delimiters[end].token]];
      if (first.content !== last.content) continue;
      Object.assign(first, { type: "s_open", tag: "s", nesting: 1, content: "" });
      Object.assign(last, { type: "s_close", tag: "s", nesting: -1, content: "" });
    }
  }
}

// Converts <strong>, <em> and <del> to Markdown's tokens, and <br>, as cells have no other line break.
function pairHtmlMarks(state) {
  for (const { children } of state.tokens) {
    const open = [];
    for (const token of children ?? []) {
      if (token.type !== "html_inline") continue;
      if (/^<br\s*\/?>$/i.test(token.content)) token.type = "hardbreak";
      const [, slash, name] = HTML_MARKS.exec(token.content) ?? [];
      if (!name) continue;
      if (!slash) open.push({ token, name });
      else if (open.at(-1)?.name === name) {
        open.pop().token.type = `${AS_TOKEN[name]}_open`;
        token.type = `${AS_TOKEN[name]}_close`;
      }
    }
  }
}
