// The service worker: keeps pages on the device for use without a network, and deletes them again.
// The generator defines VERSION and FILES above this line.

const root = new URL("./", self.location).href; // caches of other sites at this host have other names
const KEPT = `${root} kept ${VERSION}`; // FILES, kept for every visitor and replaced as a whole
const READ = `${root} read`; // what this visitor opened besides
const EDITOR = `${root}admin/`; // for staff, and never kept
const SEARCH = `${root}assets/search/`; // parts of the index would tell what somebody searched for
const CLEARED = `${root}cleared/`; // where readers leave to who want nothing kept
const STALLED = 3000; // ms after which a page that is kept is shown, and the network no longer waited for
const CHECKLIST = /^checklists\/./;
// Only a name with a hash of the content says that the content never changes.
const HASHED = /\/assets\/((script|fonts)\.[0-9a-f]{10}\/.+|[a-z-]+\.[0-9a-f]{10}\.css|sizes\/.+\.[0-9a-f]{8}\.\w+)$/;

const files = new Set(FILES.map((file) => new URL(file, root).href));
let forgotten = false; // once the reader has cleared everything

/** Returns the name of the cache that alone holds an address, so that no older copy can win. */
const nameOf = (address) => (files.has(address) ? KEPT : READ);
// Unlike caches.open, this makes no cache, whose name alone would tell that somebody was here.
const kept = (address) => caches.match(address, { cacheName: nameOf(address), ignoreVary: true });
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(root));

/** Returns the address under which an answer is kept: never with what somebody searched for. */
function addressOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function canBeKept(url) {
  if (files.has(addressOf(url))) return true;
  return url.startsWith(root) && ![EDITOR, CLEARED, SEARCH].some((place) => url.startsWith(place));
}

/** Returns the network's answer, and `stored`, which ends when the whole of it is kept. */
async function fromNetwork(request) {
  const answer = await fetch(request);
  const isOurs = answer.ok && answer.type === "basic" && !answer.redirected && !forgotten;
  if (!isOurs) return { answer, stored: Promise.resolve() };
  const copy = answer.clone();
  const address = addressOf(request.url || request);
  return { answer, stored: store(address, copy).catch(() => {}) };
}

/** Keeps an answer, unless the reader has cleared everything meanwhile. */
async function store(address, copy) {
  const cache = await caches.open(nameOf(address));
  if (forgotten) await caches.delete(nameOf(address)); // the line above may have made it again
  else await cache.put(address, copy);
}

/** Returns the network's answer, or what is kept where the network fails or stalls. */
async function answer(event) {
  const { request } = event;
  const address = addressOf(request.url);
  // The same hash is the same file, in whichever cache.
  const found = HASHED.test(address) ? await caches.match(address, { ignoreVary: true }) : await kept(address);
  if (found && HASHED.test(address)) return found;
  const fresh = fromNetwork(request);
  event.waitUntil(fresh.then(({ stored }) => stored).catch(() => {}));
  try {
    if (!found) return (await fresh).answer;
    const whole = fresh.then(({ answer: all, stored }) => stored.then(() => all));
    const late = new Promise((done) => setTimeout(done, STALLED, found));
    return await Promise.race([whole, late]);
  } catch (error) {
    const instead = found || (request.mode === "navigate" && (await kept(`${root}offline/`)));
    if (instead) return instead;
    throw error;
  }
}

async function keepFiles() {
  const { connection } = self.navigator;
  const sparing = Boolean(connection && connection.saveData);
  const wanted = FILES.filter((file) => !sparing || !CHECKLIST.test(file));
  const cache = await caches.open(KEPT);
  await cache.addAll(wanted.map((file) => new Request(new URL(file, root), { cache: "no-cache" })));
}

/** Fetches again what was read, since a new version of the site may have changed any page. */
async function renewRead() {
  const cache = await caches.open(READ);
  for (const { url } of await cache.keys()) {
    if (files.has(url)) await cache.delete(url);
    else if (!HASHED.test(url)) await renew(cache, url);
  }
}

async function renew(cache, url) {
  try {
    const answer = await fetch(url, { cache: "no-cache" });
    if (answer.ok && !answer.redirected) await cache.put(url, answer);
    else if (answer.redirected || answer.status === 404 || answer.status === 410) await cache.delete(url);
  } catch {
    // Without a network, the older copy is better than none.
  }
}

async function forgetEarlier() {
  const old = (await ours()).filter((name) => name !== KEPT && name !== READ);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Keeps what a page asks for, where it is not kept yet: itself, and checklists that were started. */
async function keep(urls) {
  for (const url of urls.filter(canBeKept)) {
    const address = addressOf(url);
    if (forgotten || (await kept(address))) continue;
    await fromNetwork(address).then(({ stored }) => stored).catch(() => {});
  }
}

async function forget() {
  forgotten = true;
  await Promise.all((await ours()).map((name) => caches.delete(name)));
}

async function install() {
  await keepFiles();
  await renewRead();
  // Pages come from the network first, so a new worker can take over open pages without conflict.
  await self.skipWaiting();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetEarlier().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  const { keep: urls, forget: all } = event.data || {};
  event.waitUntil(all ? forget() : keep(urls || []));
});
self.addEventListener("fetch", (event) => {
  const { method, mode, url, headers } = event.request;
  const asks = new URL(url).search && mode !== "navigate"; // an answer to a question is not kept
  if (method === "GET" && canBeKept(url) && !headers.has("range") && !asks) event.respondWith(answer(event));
});
