// A plain text area becomes an editor: toolbar, keys, live preview and drafts that are kept while writing. Without it the form still works.
const PREVIEW_AFTER = 400;
const KEEP_EVERY = 4000;
const WRAPS = { bold: ["**", "**"], italic: ["*", "*"], link: ["[", "](https://)"], note: ["^[", "]"] };
const PREFIXES = { heading: "## ", list: "- ", quote: "> " };
const KEYS = { b: "bold", i: "italic", k: "link" };

// Through the browser's own editing command, so that undo still works; by hand where there is none.
function replace(area, start, end, text) {
  area.focus();
  area.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function wrap(area, [before, after]) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  replace(area, start, end, before + value.slice(start, end) + after);
  area.setSelectionRange(start + before.length, end + before.length);
}

function prefix(area, mark) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const lines = area.value.slice(start, area.selectionEnd).split("\n");
  const has = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (has ? line.slice(mark.length) : mark + line)).join("\n");
  replace(area, start, area.selectionEnd, text);
}

function activity(area) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const lead = start && value[start - 1] !== "\n" ? "\n\n" : "";
  replace(area, start, end, `${lead}:::activity\n${value.slice(start, end)}\n:::\n`);
}

function act(area, name) {
  if (name in WRAPS) wrap(area, WRAPS[name]);
  else if (name in PREFIXES) prefix(area, PREFIXES[name]);
  else if (name === "activity") activity(area);
}

const sent = (area) => new FormData(area.form);
const say = (status, text, failed) => { status.textContent = text; status.classList.toggle("failed", failed); };

async function post(url, data) {
  const answer = await fetch(url, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status)); // a redirect is the sign-in page
  return answer;
}

function withPreview(area) {
  const pane = document.getElementById(area.dataset.preview);
  if (!pane || !area.dataset.previewUrl) return;
  let waiting, turn = 0;
  const show = async () => {
    const mine = ++turn;
    try {
      const html = await (await post(area.dataset.previewUrl, sent(area))).text();
      if (mine === turn) pane.innerHTML = html; // rendered and sanitised by our own server
    } catch { /* the last preview stays */ }
  };
  pane.closest("[hidden]")?.removeAttribute("hidden");
  area.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, PREVIEW_AFTER); });
  show();
}

function withDrafts(area, status) {
  let kept = area.value, busy = false, leaving = false;
  const url = area.dataset.draftUrl;
  const keep = async () => {
    const value = area.value;
    if (busy || leaving || value === kept) return;
    busy = true;
    try {
      await post(url, sent(area));
      kept = value;
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(new Date());
      say(status, area.dataset.kept.replace("{time}", time), false);
    } catch { say(status, area.dataset.notKept, true); }
    busy = false;
  };
  if (url) setInterval(keep, KEEP_EVERY);
  area.form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => { if (!leaving && area.value !== kept) event.preventDefault(); });
  addEventListener("pagehide", () => { if (url && !leaving && area.value !== kept) navigator.sendBeacon(url, sent(area)); });
}

function enhance(area) {
  const toolbar = document.querySelector(`[data-toolbar-for="${area.id}"]`);
  const status = document.querySelector(`[data-status-for="${area.id}"]`);
  if (toolbar) {
    toolbar.hidden = false;
    toolbar.addEventListener("click", (event) => { const button = event.target.closest("[data-act]"); if (button) act(area, button.dataset.act); });
  }
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") area.form.requestSubmit();
    else if (key in KEYS) act(area, KEYS[key]);
    else return;
    event.preventDefault();
  });
  withPreview(area);
  if (status) withDrafts(area, status);
}

document.querySelectorAll("textarea[data-editor]").forEach(enhance);
