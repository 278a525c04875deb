/* A lesson while it is read: remembers the place, offers to go on from there, and marks the lesson as read when the
   reader says so. What is remembered, and where, is the business of `record`, which another script of the package sets.
   Nothing here is needed to read. */
(() => {
  "use strict";

  const record = globalThis.record;
  const standing = document.getElementById("standing");
  const button = document.getElementById("read");
  const back = document.getElementById("back");
  const passages = [...document.querySelectorAll(".passage[id]")];
  let furthest = -1;

  const say = (what) => { standing.textContent = standing.dataset[what]; };

  const goOn = (place) => {
    const target = place && document.getElementById(place);
    if (!target || target === passages[0]) return;
    const again = document.getElementById("again");
    again.querySelector("a").href = `#${place}`;
    again.hidden = false;
    furthest = passages.indexOf(target);
  };

  const watch = () => {
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const at = entry.isIntersecting ? passages.indexOf(entry.target) : -1;
        if (at > furthest) {
          furthest = at;
          record.reach(passages[at].id, (at + 1) / passages.length);
        }
      }
    });
    passages.forEach((passage) => seen.observe(passage));
  };

  const finish = async () => {
    button.disabled = true;
    const isKept = await record.finish();
    say(isKept ? "read" : "unanswered");
    button.disabled = false;
    button.hidden = isKept;
  };

  const begin = async () => {
    const found = await record.begin();
    say(found.standing);
    if (found.back) {
      back.href = found.back;
      back.hidden = false;
      back.addEventListener("click", async (event) => {
        event.preventDefault();
        await record.leave();
        location.assign(found.back);
      });
    }
    if (!found.isOpen) return;
    goOn(found.place);
    watch();
    if (button && found.canFinish) {
      button.hidden = false;
      button.addEventListener("click", finish);
    }
    addEventListener("pagehide", () => { record.leave(); });
  };

  begin();
})();
