// Cleans up HTML pasted from word processors: restores lists, splits merged table cells and removes
// deleted text.
const DELETED =
  "del, style, script, title, [style*='mso-hide:all' i], [style*='mso-element:comment' i], .MsoCommentReference";
const ELSEWHERE = /^(https?|file|data|cid|webkit-fake-url|about):/i; // pages may not embed these
const IN_A_CELL = "p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, pre, table, tbody, tr, td, th";

export function cleanHtml(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (page.querySelector("[data-pm-slice]")) return html; // copied from this editor
  for (const one of page.querySelectorAll(DELETED)) one.remove();
  for (const link of page.querySelectorAll("a[href^='#_']")) unwrap(link); // bookmarks of Word
  for (const image of page.querySelectorAll("img")) {
    if (ELSEWHERE.test(image.getAttribute("src") ?? "about:")) image.remove();
  }
  makeLists(page);
  for (const table of page.querySelectorAll("table")) makePlain(table);
  if (page.querySelector("h1")) for (const level of [5, 4, 3, 2, 1]) lower(page, level);
  return withoutUnseen(page.body.innerHTML);
}

// Removes invisible characters, which prevent search from finding a word.
export const withoutUnseen = (text) => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "");

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

// The page's title is its only first-level heading.
function lower(page, level) {
  for (const heading of page.querySelectorAll(`h${level}`)) {
    const lower = page.createElement(`h${level + 1}`);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

// Word writes list items as paragraphs with a list ID and level; Word for the web, each as a list.
function makeLists(page) {
  for (const wrapper of page.querySelectorAll(".ListContainerWrapper")) unwrap(wrapper);
  const isEntry = (element) => element && entryOf(element) !== null;
  for (const first of page.querySelectorAll("p, ul, ol")) {
    if (!first.isConnected || !isEntry(first)) continue;
    const entries = [];
    for (let next = first; isEntry(next); next = next.nextElementSibling) entries.push(next);
    const place = page.createComment("");
    first.before(place);
    place.replaceWith(...nested(entries.map(entryOf), page));
    for (const entry of entries) entry.remove();
  }
}

function entryOf(element) {
  const [, list, level] = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(element.getAttribute("style") ?? "") ?? [];
  if (list) {
    const sign = element.querySelector("[style*='mso-list:Ignore' i]")?.textContent.trim() ?? "";
    const [, number] = /^\(?(\d+|[a-z]{1,4})[.)]+$/i.exec(sign) ?? [];
    return { element, list, level: Number(level), start: number && (Number(number) || 1) };
  }
  const item = element.firstElementChild;
  if (!item?.dataset.ariaLevel || element.childElementCount > 1) return null;
  const start = element.tagName === "OL" ? element.start : undefined;
  return { element: item, list: item.dataset.listid, level: Number(item.dataset.ariaLevel), start };
}

function nested(entries, page) {
  const lists = [];
  const open = [];
  for (const { element, list, level, start } of entries) {
    const isOver = (one) =>
      one.level > level || (one.level === level && (one.list !== list || !one.start !== !start));
    while (open.length && isOver(open.at(-1))) open.pop();
    if (!open.length || open.at(-1).level < level) {
      const made = page.createElement(start ? "ol" : "ul");
      if (start > 1) made.start = start;
      if (open.length) open.at(-1).made.lastElementChild.append(made);
      else lists.push(made);
      open.push({ made, list, level, start });
    }
    const item = page.createElement("li");
    item.append(...element.cloneNode(true).childNodes);
    item.querySelector("[style*='mso-list:Ignore' i]")?.remove();
    open.at(-1).made.append(item);
  }
  return lists;
}

// Table cells in Markdown have one line, and cannot be merged.
function makePlain(table) {
  const page = table.ownerDocument;
  [...table.rows].forEach((row, index) => {
    for (const cell of [...row.cells]) {
      for (const block of cell.querySelectorAll(IN_A_CELL)) {
        if (block.previousSibling) block.before(page.createElement("br"));
        unwrap(block);
      }
      const { cellIndex, colSpan, rowSpan } = cell;
      for (let more = 1; more < colSpan; more += 1) cell.after(page.createElement("td"));
      for (let below = 1; below < rowSpan; below += 1) {
        const other = table.rows[index + below];
        for (let more = 0; more < colSpan; more += 1) {
          other?.insertBefore(page.createElement("td"), other.cells[cellIndex] ?? null);
        }
      }
      cell.removeAttribute("colspan");
      cell.removeAttribute("rowspan");
    }
  });
}
