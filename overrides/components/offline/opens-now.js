// On the page for addresses that are not kept: shows only the checklists and worksheets that are.

for (const link of document.querySelectorAll("[data-opens-now] a")) {
  caches.match(link.href, { ignoreVary: true }).then((found) => {
    link.closest(link.dataset.whole || "li").hidden = !found;
  }).catch(() => {});
}
