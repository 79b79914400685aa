// Editing commands for the toolbar and the keyboard.
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Selection } from "prosemirror-state";
import { addRowAfter, goToNextCell, isInTable } from "prosemirror-tables";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

export const isMarked = (state, mark) => {
  const { from, $from, to, empty } = state.selection;
  return empty
    ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, mark);
};

// Returns the innermost node of `type` around the selection, and its position.
export function around({ selection: { $from } }, ...types) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return { node, pos: $from.before(depth) };
  }
  return null;
}

export const bold = toggleMark(marks.strong);
export const italic = toggleMark(marks.em);

export const style = (level) =>
  level ? setBlockType(nodes.heading, { level }) : setBlockType(nodes.paragraph);

// Toggles a list, or changes its type.
export const list = (type) => (state, dispatch) => {
  const found = around(state, nodes.bullet_list, nodes.ordered_list);
  if (!found) return wrapInList(type)(state, dispatch);
  if (found.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(found.pos, type, { tight: found.node.attrs.tight }));
  return true;
};

// Toggles a block quote or alert, or changes one to the other.
export const quote = (alert) => (state, dispatch) => {
  const found = around(state, nodes.blockquote);
  if (!found) return wrapIn(nodes.blockquote, { alert })(state, dispatch);
  const { node, pos } = found;
  const isOff = node.attrs.alert === alert;
  const change = isOff
    ? state.tr.replaceWith(pos, pos + node.nodeSize, node.content)
    : state.tr.setNodeMarkup(pos, null, { alert });
  dispatch?.(change);
  return true;
};

// Inserts a block after the current one, or replaces that if it is empty. The cursor is then in the
// first cell of a table, or after any other block.
export const insertBlock = (node) => (state, dispatch) => {
  const { $from, to } = state.selection;
  const depth = isInTable(state) ? 1 : $from.depth;
  const isFree = $from.parent.type === nodes.paragraph && !$from.parent.content.size && depth === $from.depth;
  const start = isFree ? $from.before() : depth ? $from.after(depth) : to;
  const tr = state.tr.replaceWith(start, isFree ? $from.after() : start, node);
  const end = start + node.nodeSize;
  if (end === tr.doc.content.size) tr.insert(end, nodes.paragraph.create());
  const next = node.type === nodes.table ? start + 1 : end;
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(next))).scrollIntoView());
  return true;
};

export function newTable() {
  const cells = () => [nodes.table_cell.create(), nodes.table_cell.create()];
  const rows = [cells().map((cell) => nodes.table_header.create(cell.attrs)), cells(), cells()];
  return nodes.table.create(
    null,
    rows.map((row) => nodes.table_row.create(null, row)),
  );
}

const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  if (state.selection.$from.parent.type === nodes.heading) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

const lineBreakInCell = (state, dispatch) => isInTable(state) && lineBreak(state, dispatch);
const newRow = (state, dispatch, view) => {
  if (!isInTable(state) || !addRowAfter(state, dispatch)) return false;
  return view ? goToNextCell(1)(view.state, view.dispatch) : true;
};

export const KEYS = {
  ...baseKeymap,
  "Mod-z": undo,
  "Mod-y": redo,
  "Shift-Mod-z": redo,
  "Mod-b": bold,
  "Mod-i": italic,
  Enter: chainCommands(lineBreakInCell, splitListItem(nodes.list_item), baseKeymap.Enter),
  "Shift-Enter": lineBreak,
  Tab: chainCommands(goToNextCell(1), newRow, sinkListItem(nodes.list_item)),
  "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
};
