// The rich-text editor of a Markdown body, which can switch to the Markdown source.
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, Plugin } from "prosemirror-state";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  tableEditing,
} from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import {
  KEYS,
  around,
  bold,
  insertBlock,
  isMarked,
  italic,
  list,
  newTable,
  quote,
  style,
} from "./commands.js";
import { Panel } from "./panel.js";
import { cleanHtml, withoutUnseen } from "./paste.js";
import { Questions } from "./questions.js";
import { schema } from "./schema.js";
import { Toolbar } from "./toolbar.js";
import { nodeViews } from "./views.js";
import { openText } from "./writer.js";

const { nodes, marks } = schema;
const STYLES = { 0: "Text", 2: "Heading", 3: "Smaller heading", 4: "Smallest heading" };
const UNREADABLE = "The form cannot show this text as it reads, so here it is as Markdown.";

export class TextEditor {
  constructor(place, { value, onChange, addFile, pickFile, label, choices }) {
    Object.assign(this, { place, onChange, addFile, pickFile, label, choices });
    this.panel = new Panel();
    this.questions = new Questions(this.panel, choices);
    this.toolbar = this.#toolbar();
    this.note = Object.assign(document.createElement("p"), { className: "text-note", hidden: true });
    this.source = this.#source();
    this.surface = document.createElement("div");
    this.surface.className = "text-surface";
    place.replaceChildren(this.toolbar.element, this.panel.element, this.note, this.surface, this.source);
    this.#open(value);
  }

  // Sets the form's value, which may differ from the last one passed to onChange.
  setValue(value) {
    if (value.trim() !== this.value.trim()) this.#open(value);
  }

  destroy() {
    this.view?.destroy();
  }

  #open(value) {
    this.value = value;
    this.source.value = value;
    let text;
    try {
      text = openText(value);
    } catch {
      this.note.textContent = UNREADABLE;
    }
    this.note.hidden = Boolean(text);
    this.view?.destroy();
    this.view = text && this.#view(text);
    this.#show(!text);
  }

  #view({ doc, write }) {
    return new EditorView(this.surface, {
      state: EditorState.create({ doc, plugins: plugins(() => this.questions.link(this.view)) }),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": this.label,
        lang: "en-GB",
        class: "text-words",
      },
      nodeViews: nodeViews(this.choices),
      transformPastedHTML: cleanHtml,
      transformPastedText: withoutUnseen,
      handlePaste: (view, event) => this.#pastePicture(view, event),
      handleClickOn: (view, _pos, node, place) => this.#ask(view, node, place),
      dispatchTransaction: (transaction) => {
        const { state, transactions } = this.view.state.applyTransaction(transaction);
        this.view.updateState(state);
        this.#show(false);
        if (transactions.some(({ docChanged }) => docChanged)) this.#change(write(state.doc));
      },
    });
  }

  #change(value) {
    if (value === this.value) return;
    this.value = value;
    this.onChange(value);
  }

  #source() {
    const source = document.createElement("textarea");
    source.className = "text-source";
    source.setAttribute("aria-labelledby", this.label);
    source.lang = "en-GB";
    source.addEventListener("input", () => this.#change(source.value));
    return source;
  }

  #show(isSource) {
    this.isSource = isSource;
    this.source.hidden = !isSource;
    this.surface.hidden = isSource;
    const heading = this.view && around(this.view.state, nodes.heading);
    this.toolbar.show({ style: heading?.node.attrs.level ?? 0, state: this.view?.state, isSource });
  }

  #switch() {
    if (this.isSource) return this.#open(this.source.value);
    this.source.value = this.value;
    this.#show(true);
    return this.source.focus();
  }

  #ask(view, { type, attrs }, pos) {
    if (type === nodes.image) this.questions.words(view, attrs.src, pos);
    else if (type === nodes.checklist) this.questions.checklist(view, pos);
    else if (type === nodes.source_inline) this.questions.source(view, pos);
    return false;
  }

  // Handles an image without text; word processors add an image of the whole text to what is copied.
  #pastePicture(view, { clipboardData }) {
    const file = [...clipboardData.files].find(({ type }) => type.startsWith("image/"));
    const html = new DOMParser().parseFromString(clipboardData.getData("text/html"), "text/html");
    if (!file || clipboardData.getData("text/plain") || html.body.textContent.trim()) return false;
    this.addFile(file).then(
      (address) => this.questions.words(view, address),
      (error) => {
        this.note.textContent = error.message;
        this.note.hidden = false;
      },
    );
    return true;
  }

  #toolbar() {
    const run = (command) => () => {
      command(this.view.state, this.view.dispatch, this.view);
      this.view.focus();
    };
    const marked = (mark) => (state) => Boolean(state) && isMarked(state, mark);
    const inside =
      (type, test = () => true) =>
      (state) => {
        const found = state && around(state, type);
        return Boolean(found) && test(found.node);
      };
    const inTable = (state) => Boolean(state) && isInTable(state);
    return new Toolbar({
      label: "The text",
      styles: STYLES,
      setStyle: (level) => run(style(Number(level)))(),
      groups: [
        [
          { icon: "format_bold", label: "Bold", press: run(bold), isOn: marked(marks.strong) },
          { icon: "format_italic", label: "Italic", press: run(italic), isOn: marked(marks.em) },
          {
            icon: "link",
            label: "Link",
            press: () => this.questions.link(this.view),
            isOn: marked(marks.link),
          },
        ],
        [
          {
            icon: "format_list_bulleted",
            label: "List",
            press: run(list(nodes.bullet_list)),
            isOn: inside(nodes.bullet_list),
          },
          {
            icon: "format_list_numbered",
            label: "Numbered list",
            press: run(list(nodes.ordered_list)),
            isOn: inside(nodes.ordered_list),
          },
          {
            icon: "format_quote",
            label: "Quotation",
            press: run(quote(null)),
            isOn: inside(nodes.blockquote, ({ attrs }) => !attrs.alert),
          },
          {
            icon: "info",
            label: "Note",
            press: run(quote("NOTE")),
            isOn: inside(nodes.blockquote, ({ attrs }) => attrs.alert === "NOTE"),
          },
        ],
        [
          { icon: "image", label: "Picture", press: () => this.questions.picture(this.view, this.pickFile) },
          { icon: "checklist", label: "Checklist", press: () => this.questions.checklist(this.view) },
          { icon: "table", label: "Table", press: run(insertBlock(newTable())) },
        ],
        [
          {
            icon: "markdown",
            label: "Markdown",
            press: () => this.#switch(),
            isOn: () => this.isSource,
            worksInSource: true,
          },
        ],
        [
          { label: "Add a row", press: run(addRowAfter), isOffered: inTable },
          { label: "Add a column", press: run(addColumnAfter), isOffered: inTable },
          { label: "Take the row out", press: run(deleteRow), isOffered: inTable },
          { label: "Take the column out", press: run(deleteColumn), isOffered: inTable },
          { label: "Take the table out", press: run(deleteTable), isOffered: inTable },
        ],
      ],
    });
  }
}

const plugins = (askForLink) => [
  history(),
  keymap({ ...KEYS, "Mod-k": () => Boolean(askForLink()) }),
  gapCursor(),
  tableEditing(),
  new Plugin({ appendTransaction: (_transactions, _before, state) => endWithParagraph(state) }),
];

// Adds an empty paragraph after a last block that the cursor could not leave.
function endWithParagraph({ doc: { lastChild, content }, tr }) {
  const isPicture = lastChild.childCount === 1 && lastChild.firstChild.type === nodes.image;
  const isWords = [nodes.paragraph, nodes.heading].includes(lastChild.type) && !isPicture;
  return isWords ? null : tr.insert(content.size, nodes.paragraph.create());
}
