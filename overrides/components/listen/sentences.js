// Splits elements of the page into sentences for speech, each with its range on the page.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, pre, blockquote, figcaption, summary, legend, label";
// Not read aloud: controls and decoration, repeated column names of table rows, and the links to and
// from footnotes.
const LEFT_OUT = "script, style, [role=doc-noteref], [role=doc-backlink], button, textarea, select, svg, [hidden], [aria-hidden=true], .visually-hidden, .checklist-links, .contact-line, .low-help, .priorities, .grid__row + .grid__row";
const WORDS = /[a-z0-9\u00c0-\u1fff\u3040-\uffdc]/i;

/**
 * Returns the sentences of these elements, in the page's order.
 * A sentence has its `text`, its `range` on the page, and the `block` element around it.
 */
export function sentencesOf(elements) {
  return elements.flatMap(blocksOf).flatMap(split);
}

/** Returns the text nodes of an element, grouped by block. */
function blocksOf(element) {
  const blocks = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (parent.closest(LEFT_OUT)) continue;
    // a scale is read as one sentence
    const block = parent.closest(".scale") || parent.closest(BLOCKS) || element;
    const last = blocks[blocks.length - 1];
    if (last && last.block === block) last.nodes.push(node);
    else blocks.push({ block, nodes: [node] });
  }
  return blocks;
}

function split({ block, nodes }) {
  // Line breaks become spaces, so that they end no sentence and offsets stay the same.
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
  if (globalThis.Intl && Intl.Segmenter) {
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
