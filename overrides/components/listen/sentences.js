// From a part of the page to the sentences a voice reads, each with its place on the page.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, pre, blockquote, figcaption, summary, legend, label";
// Nobody wants to hear these: what is only for the eye or the finger, and the same columns' names
// again in each further row of a table, the number of a note and the way back from it.
const LEFT_OUT = "script, style, [role=doc-noteref], [role=doc-backlink], button, textarea, select, svg, [hidden], [aria-hidden=true], .visually-hidden, .checklist-links, .grid__row + .grid__row";
const WORDS = /[\p{L}\p{N}]/u;

/**
 * All sentences of these elements, in the page's order.
 * A sentence is its `text`, its `range` on the page, and the `block` it stands in.
 */
export function sentencesOf(elements) {
  return elements.flatMap(blocksOf).flatMap(split);
}

/** The pieces of text of an element, together where they stand in one block. */
function blocksOf(element) {
  const blocks = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (parent.closest(LEFT_OUT)) continue;
    // a scale's numbers and ends are one thing to hear
    const block = parent.closest(".scale") ?? parent.closest(BLOCKS) ?? element;
    if (blocks.at(-1)?.block !== block) blocks.push({ block, nodes: [] });
    blocks.at(-1).nodes.push(node);
  }
  return blocks;
}

function split({ block, nodes }) {
  // A line break in the source ends no sentence; every character keeps its place.
  const text = nodes.map((node) => node.data).join("").replace(/\s/g, " ");
  return pieces(text)
    .filter(({ segment }) => WORDS.test(segment))
    .map(({ segment, index }) => {
      const start = index + segment.length - segment.trimStart().length;
      const words = segment.trim();
      const range = rangeOf(nodes, start, start + words.length);
      return { text: words.replace(/ +/g, " "), range, block };
    });
}

function pieces(text) {
  if (globalThis.Intl?.Segmenter) {
    return [...new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text)];
  }
  const found = text.matchAll(/[^.!?]+[.!?]*["'”’)]*\s*/g);
  return [...found].map((match) => ({ segment: match[0], index: match.index }));
}

function rangeOf(nodes, start, end) {
  const range = new Range();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
}
