// Reading with the keyboard: j and k walk through the passages, r opens the remark form, ? shows the help. Off at the reader's wish.
const OFF = "tejido-keys-off";
const passages = () => [...document.querySelectorAll(".passage[id]")];
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");

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

function remark() {
  const all = passages();
  const margin = all[Math.max(0, current(all))]?.querySelector(".margin");
  if (!margin) return;
  const write = () => {
    const field = margin.querySelector("form textarea, form input:not([type=hidden]), form select");
    field?.focus({ preventScroll: true });
    field?.closest("form").scrollIntoView({ block: "nearest" }); // whole, with its buttons
  };
  const details = margin.querySelector("details.remark");
  const link = margin.querySelector(".remark-link");
  if (details) {
    details.open = true;
    write();
  } else if (link) {
    document.addEventListener("htmx:afterSettle", write, { once: true });
    link.click();
  }
}

function help() {
  const dialog = document.querySelector("[data-keyboard-help]");
  if (dialog && !dialog.open) dialog.showModal();
}

const KEYS = { j: () => go(1), k: () => go(-1), r: remark };

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
