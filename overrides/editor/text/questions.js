// The dialogs for links, images, checklists and Markdown source.
import { NodeSelection, TextSelection } from "prosemirror-state";
import { insertBlock } from "./commands.js";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

// Each method asks in `panel` and then changes `view`. `choices` are the site's pages and checklists.
export class Questions {
  constructor(panel, choices) {
    this.panel = panel;
    this.choices = choices;
  }

  async link(view) {
    const range = linkAround(view.state);
    const { from, to } = range ?? view.state.selection;
    const answer = await this.panel.ask({
      title: range ? "Change the link" : "Add a link",
      fields: [
        ...(from === to ? [{ name: "words", label: "Words" }] : []),
        {
          name: "href",
          label: "Address, or a page of this site",
          value: range?.mark.attrs.href,
          suggestions: this.choices.pages,
        },
      ],
      confirm: range ? "Change" : "Add",
      remove: range && "Take the link off",
    });
    view.focus();
    if (!answer) return;
    const tr = view.state.tr;
    const href = answer.href?.trim();
    if (range || from !== to) tr.removeMark(from, to, marks.link);
    if (href) {
      const words = from === to ? answer.words.trim() || href : "";
      const link = marks.link.create({ href, title: range?.mark.attrs.title ?? null });
      if (words) tr.insert(from, schema.text(words, [link]));
      else tr.addMark(from, to, link);
      tr.setSelection(TextSelection.create(tr.doc, words ? from + words.length : to)).removeStoredMark(
        marks.link,
      );
    }
    view.dispatch(tr);
  }

  async picture(view, pickFile) {
    const picked = await pickFile({ kind: "image", allowURL: false });
    if (picked) await this.words(view, picked.value);
  }

  // Asks for the alternative text of a new image, or of the one at `pos`.
  async words(view, src, pos = null) {
    const attrs = pos === null ? { src } : view.state.doc.nodeAt(pos).attrs;
    const answer = await this.panel.ask({
      title: pos === null ? "Add a picture" : "Change the picture",
      fields: [
        { name: "alt", label: "What it shows, for people who cannot see it", value: attrs.alt },
        { name: "title", label: "Words below it, if it needs some", value: attrs.title },
      ],
      confirm: pos === null ? "Add" : "Change",
      remove: pos !== null && "Take the picture out",
    });
    view.focus();
    const image =
      answer && nodes.image.create({ src: attrs.src, alt: answer.alt, title: answer.title || null });
    if (answer && pos === null) insertBlock(nodes.paragraph.create(null, image))(view.state, view.dispatch);
    else replaceAt(view, pos, answer, image);
  }

  async checklist(view, pos = null) {
    const answer = await this.panel.ask({
      title: "Show a checklist here",
      fields: [
        {
          name: "slug",
          label: "Checklist",
          value: pos === null ? "" : view.state.doc.nodeAt(pos).attrs.slug,
          choices: this.choices.checklists,
        },
      ],
      confirm: pos === null ? "Show" : "Change",
      remove: pos !== null && "Take it out",
    });
    view.focus();
    const checklist = answer?.slug && nodes.checklist.create({ slug: answer.slug });
    if (checklist && pos === null) insertBlock(checklist)(view.state, view.dispatch);
    else replaceAt(view, pos, answer, checklist);
  }

  async source(view, pos) {
    const answer = await this.panel.ask({
      title: "Markdown that stands in this line",
      fields: [
        { name: "source", label: "As it stands in the file", value: view.state.doc.nodeAt(pos).attrs.source },
      ],
      confirm: "Change",
      remove: "Take it out",
    });
    view.focus();
    replaceAt(view, pos, answer, answer?.source && nodes.source_inline.create({ source: answer.source }));
  }
}

function replaceAt(view, pos, answer, node) {
  if (!answer || pos === null) return;
  const { tr } = view.state;
  const { nodeSize, marks: kept } = view.state.doc.nodeAt(pos);
  if (answer === "remove" || !node) tr.delete(pos, pos + nodeSize);
  else
    tr.replaceWith(pos, pos + nodeSize, node.mark(node.isInline ? kept : [])).setSelection(
      NodeSelection.create(tr.doc, pos),
    );
  view.dispatch(tr);
}

// Returns the range of the link at the cursor.
function linkAround({ doc, selection: { $from, from, to } }) {
  const mark =
    $from.marksAcross(doc.resolve(to))?.find(({ type }) => type === marks.link) ??
    marks.link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return null;
  let range = null;
  $from.parent.forEach((node, offset) => {
    if (!mark.isInSet(node.marks)) return;
    const start = $from.start() + offset;
    if (range?.to === start) range.to += node.nodeSize;
    else if (!range || range.to < from) range = { mark, from: start, to: start + node.nodeSize };
  });
  return range;
}
