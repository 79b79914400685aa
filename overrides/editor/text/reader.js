// Parses Markdown into a document, and records which lines of the file each block came from.
import { MarkdownParser } from "prosemirror-markdown";
import { dialect } from "./dialect.js";
import { schema } from "./schema.js";

const md = dialect();

const listAttributes = (token, tokens, index) => ({
  tight: tokens.slice(index + 1).find(({ type }) => type !== "list_item_open")?.hidden ?? false,
  marker: token.markup,
});
const cell = (token) => ({ align: /text-align:(\w+)/.exec(token.attrGet("style") ?? "")?.[1] ?? null });

const parser = new MarkdownParser(
  schema,
  { parse: (tokens) => tokens },
  {
    paragraph: { block: "paragraph" },
    heading: { block: "heading", getAttrs: ({ tag }) => ({ level: Number(tag.slice(1)) }) },
    blockquote: { block: "blockquote", getAttrs: ({ meta }) => ({ alert: meta?.alert ?? null }) },
    bullet_list: { block: "bullet_list", getAttrs: listAttributes },
    ordered_list: {
      block: "ordered_list",
      getAttrs: (token, tokens, index) => ({
        order: Number(token.attrGet("start") ?? 1),
        ...listAttributes(token, tokens, index),
      }),
    },
    list_item: { block: "list_item", getAttrs: ({ meta }) => ({ checked: meta?.checked ?? null }) },
    code_block: { block: "code_block", noCloseToken: true },
    fence: { block: "code_block", getAttrs: ({ info }) => ({ params: info.trim() }), noCloseToken: true },
    checklist: { node: "checklist", getAttrs: ({ content }) => ({ slug: content.trim() }) },
    source: { block: "source_block", noCloseToken: true },
    hr: { node: "horizontal_rule" },
    table: { block: "table" },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: "table_row" },
    th: { block: "table_header", getAttrs: cell },
    td: { block: "table_cell", getAttrs: cell },
    image: {
      node: "image",
      getAttrs: (token) => ({
        src: token.attrGet("src"),
        alt: md.renderer.renderInlineAsText(token.children, md.options, {}),
        title: token.attrGet("title") || null,
      }),
    },
    hardbreak: { node: "hard_break" },
    html_inline: { node: "source_inline", getAttrs: ({ content }) => ({ source: content }) },
    source_inline: { node: "source_inline", getAttrs: ({ content }) => ({ source: content }) },
    footnote_ref: { node: "source_inline", getAttrs: ({ meta }) => ({ source: `[^${meta.label}]` }) },
    em: { mark: "em" },
    strong: { mark: "strong" },
    s: { mark: "strike" },
    link: {
      mark: "link",
      getAttrs: (token) => ({ href: token.attrGet("href"), title: token.attrGet("title") || null }),
    },
    code_inline: { mark: "code", noCloseToken: true },
  },
);

const isChecklist = ({ type, info, content }) =>
  type === "fence" && info.trim() === "checklist" && /^\s*\S+\s*$/.test(content);

function tokensOf(text, env) {
  const tokens = md.parse(text, env);
  for (const token of tokens) if (isChecklist(token)) token.type = "checklist";
  return tokens;
}

// Parses `text`. `env` has the link references and footnotes that are defined elsewhere.
export function read(text, env = {}) {
  return parser.parse(tokensOf(text, structuredClone(env)));
}

// Returns the link references and footnotes defined in `text`, to parse parts of it separately.
export function namesIn(text) {
  const env = {};
  md.parse(text, env);
  return { references: env.references ?? {}, footnotes: { refs: env.footnotes?.refs ?? {} } };
}

// Parses `text`, and returns the text of each block and the number of empty lines above it.
export function readBlocks(text) {
  const tokens = tokensOf(text, {});
  const doc = parser.parse(tokens);
  const lines = text.split("\n");
  const blocks = [];
  let line = 0;
  for (const { level, nesting, map } of tokens) {
    if (level || nesting < 0) continue;
    let end = map[1];
    while (end > map[0] + 1 && !lines[end - 1].trim()) end -= 1;
    let start = line;
    while (start < map[0] && !lines[start].trim()) start += 1;
    blocks.push({ emptyLines: start - line, text: lines.slice(start, end).join("\n") });
    line = end;
  }
  if (blocks.length && blocks.length !== doc.childCount) throw new Error("A block was not read.");
  return { doc, blocks };
}
