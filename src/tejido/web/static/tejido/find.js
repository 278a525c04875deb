// Finds words in the text that is read: marked where they stand, walked with Enter, the place kept. Accents and capitals
// make no difference. Without this, the form asks the search of the house.
const AFTER = 200;
const form = document.querySelector("[data-find]");
const text = form?.closest(".text");
const field = form?.querySelector("input[type=search]");
const only = form?.querySelector("input[type=checkbox]");
const said = form?.querySelector("output");
const known = new WeakMap();
let hits = [];
let at = -1;
let isShown = false; // whether the reader has walked to the one that is counted
let waiting;

// As long as the words themselves, so that a place in one is the place in the other.
function folded(words) {
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.length === words.length ? bare : words.toLowerCase().padEnd(words.length).slice(0, words.length);
}

function wordsOf(passage) {
  let found = known.get(passage);
  if (!found) {
    found = { nodes: [], starts: [], words: "" };
    const walk = document.createTreeWalker(passage.querySelector(".body"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      found.nodes.push(walk.currentNode);
      found.starts.push(found.words.length);
      found.words += folded(walk.currentNode.data);
    }
    known.set(passage, found);
  }
  return found;
}

function place(found, offset) {
  const node = found.starts.findLastIndex((start) => start <= offset);
  return [found.nodes[node], offset - found.starts[node]];
}

function ranges(passage, asked) {
  const found = wordsOf(passage);
  const made = [];
  for (let from = found.words.indexOf(asked); from >= 0; from = found.words.indexOf(asked, from + asked.length)) {
    const range = new Range();
    range.setStart(...place(found, from));
    const [node, last] = place(found, from + asked.length - 1);
    range.setEnd(node, last + 1);
    made.push({ passage, range });
  }
  return made;
}

function mark(name, list) {
  if (globalThis.CSS?.highlights && globalThis.Highlight) CSS.highlights.set(name, new Highlight(...list.map((hit) => hit.range)));
}

function show() {
  const asked = field.value.trim();
  mark("here", hits.slice(at, at + 1).filter(() => at >= 0));
  const words = hits.length ? form.dataset.some : form.dataset.none;
  said.textContent = asked.length < 2 ? "" : words.replace("{at}", at + 1).replace("{count}", hits.length);
}

// What is looked at stays where it is on the screen while other passages come and go.
function still(change) {
  const kept = hits[at]?.passage ?? [...text.querySelectorAll(".passage")].find((passage) => passage.getBoundingClientRect().bottom > 80);
  const before = kept?.getBoundingClientRect().top;
  const settle = () => { if (kept?.offsetParent) scrollBy({ top: kept.getBoundingClientRect().top - before, behavior: "instant" }); };
  change();
  settle();
  requestAnimationFrame(settle); // the browser itself may have moved the page meanwhile
}

function find() {
  const asked = folded(field.value.trim());
  const here = hits[at]?.range;
  const passages = [...text.querySelectorAll(".passage[id]")];
  hits = asked.length < 2 ? [] : passages.flatMap((passage) => ranges(passage, asked));
  const having = new Set(hits.map((hit) => hit.passage));
  const next = hits.findIndex(({ passage, range }) => (here ? range.compareBoundaryPoints(Range.START_TO_START, here) >= 0 : passage.getBoundingClientRect().bottom > 80));
  at = hits.length ? Math.max(0, next) : -1;
  isShown &&= here !== undefined;
  still(() => {
    for (const passage of passages) passage.classList.toggle("found", having.has(passage));
    text.classList.toggle("only-found", only.checked && hits.length > 0);
  });
  mark("found", hits);
  show();
}

function go(step) {
  if (!hits.length) return;
  if (isShown) at = (at + step + hits.length) % hits.length;
  isShown = true;
  const top = hits[at].range.getBoundingClientRect().top;
  if (top < form.offsetHeight + 16 || top > innerHeight - 80) scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
  show();
}

function leave() {
  const passage = hits[at]?.passage;
  field.value = "";
  find();
  if (!passage) return field.blur();
  passage.tabIndex = -1;
  passage.focus({ preventScroll: true });
}

if (form) {
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, AFTER); });
  only.addEventListener("change", find);
  form.addEventListener("click", (event) => { const button = event.target.closest("[data-step]"); if (button) go(Number(button.dataset.step)); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  });
  new MutationObserver((changes) => { if (hits.length && changes.some((one) => one.addedNodes.length)) { clearTimeout(waiting); waiting = setTimeout(find, AFTER); } }).observe(text, { childList: true });
}
