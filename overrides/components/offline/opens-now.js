// On the page for addresses that are not kept: shows only the checklists and worksheets that are.

const list = document.querySelector("[data-opens-now]");
const section = list && list.closest("section");

async function show(link) {
  const found = await caches.match(link.href, { ignoreVary: true });
  link.closest(link.dataset.whole || "li").hidden = !found;
}

if (list) {
  Promise.all([...list.querySelectorAll("a")].map(show)).then(() => {
    section.hidden = !list.querySelector("li:not([hidden])");
  }, () => {});
}
