// The ProseMirror schema of a body. Whatever it has no node for, such as HTML or a footnote, is a
// "source" node, block or inline, with the Markdown of the file.
import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

const tables = tableNodes({
  tableGroup: "block",
  cellContent: "inline*",
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => cell.style.textAlign || cell.getAttribute("align") || null,
      setDOMAttr: (align, attributes) => {
        if (align) attributes.style = `text-align: ${align}`;
      },
    },
  },
});

const nodes = {
  doc: { content: "block+" },
  paragraph: {
    content: "inline*",
    group: "block",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  },
  heading: {
    attrs: { level: { default: 2 } },
    content: "inline*",
    group: "block",
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: ({ attrs }) => [`h${attrs.level}`, 0],
  },
  blockquote: {
    attrs: { alert: { default: null } },
    content: "block+",
    group: "block",
    defining: true,
    parseDOM: [
      { tag: "blockquote", getAttrs: ({ dataset }) => ({ alert: dataset.alert?.toUpperCase() ?? null }) },
    ],
    toDOM: ({ attrs: { alert } }) => [
      "blockquote",
      alert ? { "data-alert": alert[0] + alert.slice(1).toLowerCase() } : {},
      0,
    ],
  },
  bullet_list: {
    attrs: { tight: { default: true }, marker: { default: "-" } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  ordered_list: {
    attrs: { order: { default: 1 }, tight: { default: true }, marker: { default: "." } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ol", getAttrs: (list) => ({ order: list.hasAttribute("start") ? list.start : 1 }) }],
    toDOM: ({ attrs }) => ["ol", attrs.order === 1 ? {} : { start: attrs.order }, 0],
  },
  list_item: {
    attrs: { checked: { default: null } },
    content: "block+",
    defining: true,
    parseDOM: [
      {
        tag: "li",
        getAttrs: ({ dataset }) => ({ checked: dataset.checked ? dataset.checked === "true" : null }),
      },
    ],
    toDOM: ({ attrs }) => ["li", attrs.checked === null ? {} : { "data-checked": attrs.checked }, 0],
  },
  code_block: {
    attrs: { params: { default: "" } },
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
    toDOM: () => ["pre", ["code", 0]],
  },
  source_block: {
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre[data-source]", preserveWhitespace: "full", priority: 60 }],
    toDOM: () => ["pre", { "data-source": "" }, ["code", 0]],
  },
  checklist: {
    attrs: { slug: { default: "" } },
    group: "block",
    atom: true,
    parseDOM: [{ tag: "div[data-checklist]", getAttrs: ({ dataset }) => ({ slug: dataset.checklist }) }],
    toDOM: ({ attrs }) => ["div", { "data-checklist": attrs.slug }],
  },
  horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  ...tables,
  text: { group: "inline" },
  image: {
    attrs: { src: {}, alt: { default: "" }, title: { default: null } },
    inline: true,
    group: "inline",
    draggable: true,
    parseDOM: [
      {
        tag: "img[src]",
        getAttrs: (image) => ({
          src: image.getAttribute("src"),
          alt: image.getAttribute("alt") ?? "",
          title: image.getAttribute("title"),
        }),
      },
    ],
    toDOM: ({ attrs }) => ["img", attrs],
  },
  hard_break: {
    inline: true,
    group: "inline",
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
  source_inline: {
    attrs: { source: {} },
    inline: true,
    group: "inline",
    atom: true,
    parseDOM: [
      { tag: "code[data-source]", getAttrs: ({ dataset }) => ({ source: dataset.source }), priority: 60 },
    ],
    toDOM: ({ attrs }) => ["code", { "data-source": attrs.source }, attrs.source],
  },
};

const BOLD = /^(bold(er)?|[6-9]\d{2,})$/;

const marks = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (link) => ({ href: link.getAttribute("href"), title: link.getAttribute("title") }),
      },
    ],
    toDOM: ({ attrs }) => ["a", attrs, 0],
  },
  em: {
    parseDOM: [
      { tag: "em" },
      { tag: "i", getAttrs: ({ style }) => style.fontStyle !== "normal" && null },
      { style: "font-style=italic" },
    ],
    toDOM: () => ["em", 0],
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      // Google Docs wraps everything in a <b> that is not bold
      { tag: "b", getAttrs: ({ style }) => style.fontWeight !== "normal" && null },
      { style: "font-weight", getAttrs: (weight) => BOLD.test(weight) && null },
    ],
    toDOM: () => ["strong", 0],
  },
  strike: {
    parseDOM: [{ tag: "s" }, { tag: "strike" }, { style: "text-decoration=line-through" }],
    toDOM: () => ["s", 0],
  },
  code: { code: true, parseDOM: [{ tag: "code" }, { tag: "tt" }], toDOM: () => ["code", 0] },
};

export const schema = new Schema({ nodes, marks });
