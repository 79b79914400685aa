// Clears all that this site keeps on the device, and leaves for a neutral page. For people who use a
// shared computer, or who must leave at once.

import { deleteAll, wasCleared } from "../answers/store.js";

const PATIENCE = 3000; // ms; a browser that does not answer must not keep the reader here
const root = new URL("../../../", import.meta.url).href;
const opened = Date.now();

/** Deletes the worker and its caches, but nothing of other sites at the same host. */
async function forgetPages() {
  if ("serviceWorker" in navigator) {
    const registration = await navigator.serviceWorker.getRegistration(root);
    if (registration && registration.scope === root) {
      if (registration.active) registration.active.postMessage({ forget: true });
      await registration.unregister();
    }
  }
  if ("caches" in globalThis) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(root)).map((name) => caches.delete(name)));
  }
}

async function leave() {
  deleteAll();
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  await Promise.race([forgetPages().catch(() => {}), late]);
  // The page at the end needs the network, since nothing of it is kept.
  location.replace(navigator.onLine ? new URL("cleared/", root).href : "about:blank");
}

for (const button of document.querySelectorAll(".leaving")) {
  button.addEventListener("click", leave);
  button.dataset.ready = "";
}

// A page that comes back from the history, as it was before everything was cleared.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && wasCleared(opened)) location.reload();
});
