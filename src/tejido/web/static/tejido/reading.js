// Reading with the keyboard: j and k walk through the passages, r opens the remark form, / finds in the text, ? shows the
// help. Off at the reader's wish.
const OFF = "tejido-keys-off";
const TOGETHER = 8; // passages that an old machine takes in without a hitch
const FORM = ".remark-link[href^='?at=']";
const passages = () => [...document.querySelectorAll(".passage[id]")];
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");

async function fragment(address) {
  const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status)); // a redirect is the sign-in page
  return answer.text();
}

function isOff() {
  try { return localStorage.getItem(OFF) === "yes"; } catch { return false; }
}

function current(all) {
  const focused = document.activeElement?.closest(".passage[id]");
  if (focused) return all.indexOf(focused);
  return all.findLastIndex((passage) => passage.getBoundingClientRect().top < 40);
}

function go(step) {
  const all = passages();
  const passage = all[Math.max(0, Math.min(all.length - 1, current(all) + step))];
  if (!passage) return;
  passage.tabIndex = -1;
  passage.focus({ preventScroll: true });
  passage.scrollIntoView({ block: "nearest" });
}

// Without this, or where it fails, the link leads to the page with the form opened.
async function openForm(link) {
  const margin = link.closest(".margin");
  const place = new URLSearchParams(link.search).get("at");
  try {
    margin.innerHTML = await fragment(`${place}/${location.search}`); // rendered by our own server
  } catch {
    location.assign(link.href);
    return;
  }
  write(margin);
}

function write(margin) {
  const field = margin.querySelector("form textarea, form input:not([type=hidden]), form select");
  field?.focus({ preventScroll: true });
  field?.closest("form").scrollIntoView({ block: "nearest" }); // whole, with its buttons
}

function remark() {
  const all = passages();
  const margin = all[Math.max(0, current(all))]?.querySelector(".margin");
  const details = margin?.querySelector("details.remark");
  const link = margin?.querySelector(FORM);
  if (details) {
    details.open = true;
    write(margin);
  } else if (link) {
    openForm(link);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(FORM);
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openForm(link);
});

function ask() {
  const field = document.querySelector("[data-find] input[type=search]");
  field?.focus({ preventScroll: true });
  field?.select();
  field?.form.scrollIntoView({ block: "nearest" });
}

function help() {
  const dialog = document.querySelector("[data-keyboard-help]");
  if (dialog && !dialog.open) dialog.showModal();
}

const KEYS = { j: () => go(1), k: () => go(-1), r: remark, "/": ask };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const act = event.key === "?" ? help : !isOff() && KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const box = document.querySelector("[data-keyboard-on]");
if (box) {
  box.checked = !isOff();
  box.addEventListener("change", () => {
    try { localStorage.setItem(OFF, box.checked ? "no" : "yes"); } catch { /* the wish holds for this page only */ }
  });
}

// The rest of a long text follows stretch by stretch. What was asked for and where the reader was is found when it is there.
let wanted = location.hash;
let been = performance.getEntriesByType("navigation")[0]?.type === "navigate" ? 0 : Number(history.state?.top || 0);

function arrive() {
  if (wanted && document.getElementById(wanted.slice(1))) {
    location.replace(wanted); // marks it as the target too
    wanted = "";
  } else if (been && scrollY + 1 < been && document.documentElement.scrollHeight > been + innerHeight) {
    scrollTo({ top: been, behavior: "instant" });
    been = 0;
  }
}

async function follow() {
  let link;
  while ((link = document.querySelector("[data-rest]"))) {
    const way = link.closest(".rest");
    const part = document.createElement("template");
    part.innerHTML = await fragment(link.dataset.rest); // rendered by our own server
    const pieces = [...part.content.children];
    while (pieces.length) {
      if (!document.hidden) await new Promise(requestAnimationFrame);
      way.before(...pieces.splice(0, document.hidden || wanted ? pieces.length : TOGETHER));
    }
    way.remove();
    arrive();
  }
}

if (document.querySelector("[data-rest]")) {
  for (const link of document.querySelectorAll("a[href*='all=1#p-']:not([data-rest])")) link.href = link.hash;
  if (wanted && document.getElementById(wanted.slice(1))) wanted = "";
  addEventListener("hashchange", () => { wanted = document.getElementById(location.hash.slice(1)) ? "" : location.hash; });
  addEventListener("pagehide", () => history.replaceState({ top: scrollY }, ""));
  for (const moved of ["wheel", "touchmove", "keydown"]) addEventListener(moved, () => { wanted = ""; been = 0; }, { once: true, passive: true });
  follow().catch(() => addEventListener("online", () => follow().catch(() => {}), { once: true })); // the link to the whole stays
}
