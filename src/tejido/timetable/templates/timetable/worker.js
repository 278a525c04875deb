// Keeps one page, the programme, for when there is no line. It answers with the network where there is one.
const NAME = `programme ${new URL(self.registration.scope).pathname}`;
const ALIKE = { ignoreVary: true }; // a phone has one reader, with one language
const PATIENCE = 4000; // milliseconds until a line counts as none

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate" && !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : part(request));
});

async function page(request) {
  const cache = await caches.open(NAME);
  const asked = fetch(request);
  try {
    const fresh = await Promise.race([asked, late()]);
    if (fresh.status >= 500) throw new Error("out of order");
    if (fresh.ok) await cache.put(request, fresh.clone());
    else await caches.delete(NAME); // who may not read it any more keeps nothing
    return fresh;
  } catch {
    return (await cache.match(request, ALIKE)) || (await cache.match(request, { ...ALIKE, ignoreSearch: true })) || asked;
  }
}

async function part(request) {
  const kept = await caches.open(NAME).then((cache) => cache.match(request, ALIKE));
  return kept || fetch(request);
}

function late() {
  return new Promise((_, refuse) => setTimeout(() => refuse(new Error("late")), PATIENCE));
}
