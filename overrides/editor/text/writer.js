// From what was edited to Markdown. A block that means what a block of the file meant is written as it
// was there, byte for byte; any other is written anew. The whole is read again before it is given
// back, and what does not mean the same then is written with less from the file.
import { blockAt } from "./blocks.js";
import { isEmpty, meaningOf } from "./meaning.js";
import { namesIn, read, readBlocks } from "./reader.js";

// Returns what `text` says, as `doc`, and how to `write` what became of it.
export function openText(text) {
  const { doc, blocks } = readBlocks(text);
  const known = new WeakMap();
  const places = new Map();
  blocks.forEach((_, place) => {
    known.set(doc.child(place), place);
    places.set(meaningOf(doc.child(place)), place);
  });
  const placeOf = (node) => known.get(node) ?? places.get(meaningOf(node)) ?? NOWHERE;

  // Where in the file each of `nodes` stands. One between two that stand where they did was changed:
  // it is new, but its place is the old one.
  function placed(nodes) {
    const found = nodes.map(placeOf);
    let above = -1;
    return found.map((place, index) => {
      const below = index + 1 < found.length ? found[index + 1] : blocks.length;
      const isChanged = place === NOWHERE && below === above + 2;
      const spot = isChanged ? above + 1 : place;
      const stays = spot >= 0 && spot === above + 1;
      above = spot;
      return {
        block: blocks[place],
        emptyLines: stays ? blocks[spot].emptyLines : blocks[place]?.emptyLines || 1,
        stays,
      };
    });
  }

  function compose(nodes, { isKept, hasOldLines }) {
    const names = namesOf(nodes);
    const pieces = placed(nodes).map((place, index) => {
      const above = index ? "\n".repeat((hasOldLines ? place.emptyLines : 1) + 1) : "";
      const isOld = place.block && isKept(place) && isSafe(index, place.block);
      return above + (isOld ? place.block.text : blockAt(nodes, index, names));
    });
    return pieces.join("");
  }

  function write(edited) {
    const nodes = edited.children.filter((node) => !isEmpty(node));
    const meaning = meaningOf(edited);
    let written = "";
    for (const way of WAYS) {
      written = compose(nodes, way);
      if (meaningOf(read(written)) === meaning) break;
    }
    return written;
  }

  return { doc, write };
}

const NOWHERE = -9; // not even in front of the first one

const WAYS = [
  { isKept: () => true, hasOldLines: true },
  { isKept: ({ stays }) => stays, hasOldLines: false },
  { isKept: () => false, hasOldLines: false },
];

// The space at the very start of a text is lost on the way to the file.
const isSafe = (index, { text }) => index > 0 || !/^\s/.test(text);

// The names of links and the footnotes, wherever they stand.
function namesOf(nodes) {
  const sources = [];
  const look = (node) => {
    if (node.type.name === "source_block") sources.push(node.textContent);
    node.forEach(look);
  };
  nodes.forEach(look);
  return namesIn(sources.join("\n\n"));
}
