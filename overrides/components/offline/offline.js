// Registers the service worker when the page is idle, and shows a note when there is no network.

const note = document.querySelector("[data-offline]");
const show = () => { note.hidden = navigator.onLine; };

addEventListener("online", show);
addEventListener("offline", show);
show();

const whenAtRest = globalThis.requestIdleCallback ?? ((action) => setTimeout(action, 2000));

function start() {
  // Registration fails in some private windows, and is optional.
  whenAtRest(() => navigator.serviceWorker.register(new URL("../../../sw.js", import.meta.url)).catch(() => {}));
}

if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
