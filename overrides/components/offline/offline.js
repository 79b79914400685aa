// Registers the service worker when the page is idle, tells it what to keep, and shows a note when
// there is no network.

import "../leaving/leaving.js";
import { started } from "../answers/store.js";

const root = new URL("../../../", import.meta.url);
const note = document.createElement("p");
const show = () => { note.hidden = navigator.onLine; };
Object.assign(note, {
  className: "offline-note",
  hidden: true,
  textContent: "You are not connected. Pages you have read and checklists you have started still open.",
});
note.setAttribute("role", "status");
document.querySelector(".skip-link").after(note);

addEventListener("online", show);
addEventListener("offline", show);
show();

// A browser that is short of time never calls a page idle: 4 seconds are enough to wait.
const whenAtRest = globalThis.requestIdleCallback
  ? (action) => requestIdleCallback(action, { timeout: 4000 })
  : (action) => setTimeout(action, 2000);

/** Has the worker keep these addresses, and the checklists that were started. */
function keep(addresses) {
  const checklists = started().map((slug) => new URL(`checklists/${slug}/`, root).href);
  navigator.serviceWorker.controller.postMessage({ keep: [...addresses, ...checklists] });
}

/** Returns the addresses of this page and its parts. */
function thisPage() {
  const parts = performance.getEntriesByType("resource").map(({ name }) => name);
  return [location.href, ...parts.filter((name) => !name.includes("?") && !name.endsWith(".pdf"))];
}

async function start() {
  const { serviceWorker } = navigator;
  // The worker saw nothing of a page that was there before it.
  if (serviceWorker.controller) keep([]);
  else serviceWorker.addEventListener("controllerchange", () => keep(thisPage()), { once: true });
  // Registration fails in some private windows, and is optional.
  await serviceWorker.register(new URL("sw.js", root)).catch(() => {});
}

if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") whenAtRest(start);
  else addEventListener("load", () => whenAtRest(start));
}
