// The service worker: caches visited pages, and every checklist with its worksheet, for offline use.
// The generator defines VERSION and FILES above this line.

const KEPT = `kept-${VERSION}`; // FILES, cached for every visitor and replaced as a whole
const READ = "read"; // pages that this visitor opened, updated at each visit
const OFFLINE = "offline/";
const UNCHANGING = /\/assets\/(fonts\/|sizes\/|script\.|site\.|print\.)/; // their names have a hash of their content

const root = new URL("./", self.location);
const EDITOR = new URL("admin/", root).href; // for staff, and never cached

async function keep() {
  const cache = await caches.open(KEPT);
  // With the browser's data saver, PDFs are cached only when they are opened.
  const files = self.navigator.connection?.saveData ? FILES.filter((file) => !file.endsWith(".pdf")) : FILES;
  await cache.addAll(files.map((file) => new Request(new URL(file, root), { cache: "no-cache" })));
}

async function forgetEarlier() {
  const names = await caches.keys();
  const old = names.filter((name) => name !== KEPT && name !== READ);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromNetwork(request) {
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") {
    const cache = await caches.open(READ);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function kept(request) {
  return caches.match(request, { ignoreSearch: request.mode === "navigate" });
}

async function answer(request) {
  if (UNCHANGING.test(new URL(request.url).pathname)) return (await kept(request)) ?? fromNetwork(request);
  try {
    return await fromNetwork(request);
  } catch (error) {
    const found = await kept(request);
    if (found) return found;
    if (request.mode === "navigate") return Response.redirect(new URL(OFFLINE, root));
    throw error;
  }
}

// Pages come from the network first, so a new worker can take over open pages without conflict.
self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forgetEarlier().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  if (method === "GET" && url.startsWith(root.href) && !url.startsWith(EDITOR) && !headers.has("range")) {
    event.respondWith(answer(event.request));
  }
});
