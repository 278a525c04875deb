// The programme on a phone: kept for when there is no line, with the time of the copy; what is on now stands out.
const kept = document.getElementById("kept");
const made = new Date(kept.dataset.made);
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

function say(words) {
  kept.textContent = words.replace("{time}", clock.format(made));
}

function tell() {
  say(navigator.onLine ? kept.dataset.kept : kept.dataset.offline);
}

async function keep() {
  const worker = await navigator.serviceWorker.register("worker.js", { scope: "./" });
  await navigator.serviceWorker.ready;
  const cache = await caches.open(`programme ${new URL(worker.scope).pathname}`);
  const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")];
  await cache.addAll([location.href.split("#")[0], ...parts.map((part) => part.href || part.src)]);
  tell();
}

function mark() {
  const now = new Date();
  for (const row of document.querySelectorAll("[data-starts]")) {
    const isOn = new Date(row.dataset.starts) <= now && now < new Date(row.dataset.ends);
    row.classList.toggle("now", isOn);
  }
}

mark();
setInterval(mark, 60000);
if (!navigator.onLine) tell();
if ("serviceWorker" in navigator && kept.dataset.kept) keep().catch(() => {});
addEventListener("online", () => location.reload());
addEventListener("offline", tell);
