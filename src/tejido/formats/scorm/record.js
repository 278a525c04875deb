/* How far a lesson was read, for a learning system that speaks SCORM 2004: looks for its API in the windows around this
   one, and keeps place, progress, completion and the time spent. Whether somebody passed is not said: a lesson has no test. */
globalThis.record = (() => {
  "use strict";

  const MOST = 500;
  const begun = Date.now();
  let api = null;
  let isOpen = false;
  let isWatching = false;
  let isRead = false;

  const above = (from) => {
    let at = from;
    for (let step = 0; at && step < MOST; step += 1) {
      try {
        if (at.API_1484_11) return at.API_1484_11;
        if (at.parent === at) return null;
        at = at.parent;
      } catch {
        return null; // a window of another origin shows nothing of itself
      }
    }
    return null;
  };

  const opener = (from) => {
    try {
      return from.opener ? above(from.opener) : null;
    } catch {
      return null;
    }
  };

  const get = (name) => String(api.GetValue(name) ?? "");
  const set = (name, value) => String(api.SetValue(name, value)) === "true";
  const keep = () => String(api.Commit("")) === "true";

  const spent = () => {
    const seconds = Math.max(0, Math.round((Date.now() - begun) / 1000));
    return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`;
  };

  const begin = async () => {
    api = above(window) || opener(window) || opener(window.top);
    isOpen = Boolean(api) && String(api.Initialize("")) === "true";
    if (!isOpen) return { isOpen, standing: api ? "unanswered" : "unconnected" };
    isWatching = ["browse", "review"].includes(get("cmi.mode"));
    isRead = get("cmi.completion_status") === "completed";
    if (!isRead && !isWatching) set("cmi.completion_status", "incomplete");
    set("cmi.exit", "suspend");
    keep();
    const standing = isRead ? "read" : isWatching ? "watching" : "open";
    return { isOpen, standing, canFinish: !isRead && !isWatching, place: get("cmi.location") };
  };

  const reach = (place, share) => {
    if (!isOpen || isWatching) return;
    set("cmi.location", place);
    if (!isRead) set("cmi.progress_measure", share.toFixed(4));
  };

  const finish = async () => {
    if (!isOpen) return false;
    isRead = set("cmi.completion_status", "completed") && keep();
    if (isRead) {
      set("cmi.progress_measure", "1");
      set("cmi.exit", "normal");
      keep();
    }
    return isRead;
  };

  const leave = async () => {
    if (!isOpen) return;
    isOpen = false;
    set("cmi.session_time", spent());
    keep();
    api.Terminate("");
  };

  return { begin, reach, finish, leave };
})();
