// Says how many checklists have answers on this device, and which; only this browser knows.

const PREFIX = "answers:";

function started() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return []; // no storage
  }
}

function show() {
  const slugs = started();
  for (const note of document.querySelectorAll("[data-started-count]")) {
    const words = slugs.length === 1 ? "a checklist" : `${slugs.length} checklists`;
    note.querySelector("[data-started-words]").textContent = `You have started ${words} on this device.`;
    note.hidden = slugs.length === 0;
  }
  for (const entry of document.querySelectorAll("[data-started-slug]")) {
    const is = slugs.includes(entry.dataset.startedSlug);
    let mark = entry.querySelector(".is-started");
    if (is && !mark) {
      mark = document.createElement("strong");
      mark.className = "is-started";
      mark.textContent = "started";
      entry.append(" ", mark);
    }
    if (mark) mark.hidden = !is;
  }
}

show();
addEventListener("pageshow", show);
addEventListener("storage", show);
