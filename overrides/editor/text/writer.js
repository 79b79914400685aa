// Writes the edited document as Markdown. Blocks that are equal to a block of the file are copied from
// it, byte for byte; the others are formatted. The result is parsed again before it is returned, and
// if it is not equal to the document, fewer blocks are copied.
import { blockAt } from "./blocks.js";
import { isEmpty, meaningOf } from "./meaning.js";
import { namesIn, read, readBlocks } from "./reader.js";

// Parses `text` and returns the document `doc`, and `write`, which turns an edited one into Markdown.
export function openText(text) {
  const { doc, blocks } = readBlocks(text);
  const known = new WeakMap();
  const places = new Map();
  blocks.forEach((_, place) => {
    known.set(doc.child(place), place);
    places.set(meaningOf(doc.child(place)), place);
  });
  const placeOf = (node) => known.get(node) ?? places.get(meaningOf(node)) ?? NOWHERE;

  // Returns, for each of `nodes`, the equal block of the file, the empty lines above, and whether it
  // `stays` in place, as does a changed block between two unchanged ones.
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

const NOWHERE = -9; // less than any index minus one

const WAYS = [
  { isKept: () => true, hasOldLines: true },
  { isKept: ({ stays }) => stays, hasOldLines: false },
  { isKept: () => false, hasOldLines: false },
];

// Leading space is lost when the file is saved.
const isSafe = (index, { text }) => index > 0 || !/^\s/.test(text);

// The link reference and footnote definitions of the document.
function namesOf(nodes) {
  const sources = [];
  const look = (node) => {
    if (node.type.name === "source_block") sources.push(node.textContent);
    node.forEach(look);
  };
  nodes.forEach(look);
  return namesIn(sources.join("\n\n"));
}
