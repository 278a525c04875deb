// Keeps what is typed until the server has it. Without this script the form is sent as any form; without a line it waits here.
const PREFIX = "tejido-answers-";
const TRY_EVERY = 15000;

const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
const keep = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* a browser that keeps nothing */ } };
const drop = (name) => { try { localStorage.removeItem(name); } catch { /* the same */ } };

// Others may use this browser too: what somebody else typed goes as soon as another person's page is opened. A mark begins
// with what stands for the person, the questionnaire follows.
function forgetOthers(mark) {
  const mine = PREFIX + mark.split("-")[0] + "-";
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX) && !name.startsWith(mine)) drop(name);
  } catch { /* a browser that keeps nothing */ }
}
document.querySelectorAll("[data-mark]").forEach((page) => forgetOthers(page.dataset.mark));

// Once they are received, or cannot be sent any more, nothing of them stays in this browser.
document.querySelectorAll("[data-done][data-mark]").forEach((done) => drop(PREFIX + done.dataset.mark));

function typed(form) {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
}

// The token comes back with the answers: sent twice by the same page, they count once.
function restore(form, entries) {
  const values = new Map();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || field.name === "csrfmiddlewaretoken" || !values.has(field.name)) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.get(field.name).includes(field.value);
    else field.value = values.get(field.name)[0];
  }
}

function enhance(form) {
  const name = PREFIX + form.dataset.mark, status = form.querySelector(".kept"), { kept, waiting, sending } = form.dataset;
  let isWaiting = false, isBusy = false;
  const say = (words) => { status.textContent = words; };
  const hold = () => keep(name, { entries: typed(form), isWaiting });
  const wait = () => { isWaiting = true; hold(); say(waiting); };

  async function send() {
    if (isBusy) return;
    isBusy = true;
    say(sending);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (answer.ok) { drop(name); location.assign(answer.url); return; }
      if (answer.status >= 500) wait();
      else { isWaiting = false; hold(); form.submit(); } // the server's own page says what is wrong
    } catch { wait(); } finally { isBusy = false; }
  }

  const before = read(name);
  const hasErrors = form.querySelector(".errors") !== null;
  if (before && !hasErrors) {
    restore(form, before.entries);
    say(kept);
    if (before.isWaiting) { isWaiting = true; send(); }
  }
  form.addEventListener("input", () => { hold(); if (!isWaiting) say(kept); });
  form.addEventListener("submit", (event) => { event.preventDefault(); hold(); send(); });
  addEventListener("online", () => { if (isWaiting) send(); });
  setInterval(() => { if (isWaiting && navigator.onLine) send(); }, TRY_EVERY);
}

document.querySelectorAll("form[data-mark]").forEach(enhance);
