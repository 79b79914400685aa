// Published when offline use is switched off: deletes the caches of an earlier worker, and itself.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const root = new URL("./", self.location).href; // begins the names of our caches; see worker.js
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(root)).map((name) => caches.delete(name)));
  await self.registration.unregister();
})()));
