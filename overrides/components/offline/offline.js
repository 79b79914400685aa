// Starts the worker once the page is at rest, and says quietly when there is no network.

const note = document.querySelector("[data-offline]");
const show = () => { note.hidden = navigator.onLine; };

addEventListener("online", show);
addEventListener("offline", show);
show();

const whenAtRest = globalThis.requestIdleCallback ?? ((action) => setTimeout(action, 2000));

function start() {
  // Refused in some private windows; the site is the same without it.
  whenAtRest(() => navigator.serviceWorker.register(new URL("../../../sw.js", import.meta.url)).catch(() => {}));
}

if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
