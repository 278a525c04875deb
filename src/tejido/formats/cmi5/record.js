/* How far a lesson was read, for a learning system that speaks cmi5: takes the token of the launch, reads what the system
   wants of this session, and writes the statements initialized, completed and terminated. Whether somebody passed is not
   said: a lesson has no test. */
globalThis.record = (() => {
  "use strict";

  const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
  const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
  const VERBS = "http://adlnet.gov/expapi/verbs/";
  const begun = Date.now();
  const asked = new URLSearchParams(location.search);
  const launch = Object.fromEntries(
    ["endpoint", "fetch", "actor", "registration", "activityId"].map((name) => [name, asked.get(name) || ""]),
  );
  const kept = `tejido-${launch.fetch}-${location.pathname}`;
  let session = null; // {token, isOver}: outlives the page being loaded again, for a token is given once
  let wanted = {};
  let isOpen = false;
  let isRead = false;

  const store = () => {
    try {
      sessionStorage.setItem(kept, JSON.stringify(session));
    } catch {
      // without a store the lesson is read all the same, until it is loaded again
    }
  };

  const restored = () => {
    try {
      return JSON.parse(sessionStorage.getItem(kept));
    } catch {
      return null;
    }
  };

  const identity = () => {
    if (globalThis.crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16)); // where the page is not served over TLS
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  const address = (path, parameters) => {
    const root = launch.endpoint.endsWith("/") ? launch.endpoint : `${launch.endpoint}/`;
    return `${root}${path}?${new URLSearchParams(parameters)}`;
  };

  const headers = () => ({
    Authorization: `Basic ${session.token}`,
    "X-Experience-API-Version": "1.0.3",
  });

  const read = async (path, parameters) => {
    const answer = await fetch(address(path, parameters), { headers: headers() });
    return answer.ok ? answer.json() : null;
  };

  const spent = () => `PT${((Date.now() - begun) / 1000).toFixed(2)}S`;

  const statement = (verb, result, category) => {
    const template = wanted.contextTemplate || {};
    const activities = template.contextActivities || {};
    const own = [CMI5, ...category].map((id) => ({ id }));
    const given = (activities.category || []).filter((each) => !own.some((mine) => mine.id === each.id));
    return {
      id: identity(),
      actor: JSON.parse(launch.actor),
      verb: { id: `${VERBS}${verb}`, display: { en: verb } },
      object: { objectType: "Activity", id: launch.activityId },
      context: {
        ...template,
        registration: launch.registration,
        contextActivities: { ...activities, category: [...given, ...own] },
      },
      ...(result ? { result } : {}),
      timestamp: new Date().toISOString(),
    };
  };

  const tell = async (verb, result, category = []) => {
    const said = statement(verb, result, category);
    const answer = await fetch(address("statements", { statementId: said.id }), {
      method: "PUT",
      headers: { ...headers(), "Content-Type": "application/json" },
      body: JSON.stringify(said),
      keepalive: true, // the page may be gone before the answer comes
    });
    return answer.ok;
  };

  const enter = async () => {
    const answer = await fetch(launch.fetch, { method: "POST" });
    const given = answer.ok ? await answer.json() : {};
    if (!given["auth-token"]) return false;
    session = { token: given["auth-token"], isOver: false };
    store();
    return true;
  };

  const whom = () => ({
    activityId: launch.activityId,
    agent: launch.actor,
    registration: launch.registration,
  });

  const opened = async () => {
    const before = restored();
    const goesOn = Boolean(before) && !before.isOver;
    if (goesOn) session = before;
    // Some systems (Open edX) launch every session with the same address and give a token each time: it is a new one.
    else if (!(await enter())) return before ? "over" : "unanswered";
    wanted = await read("activities/state", { ...whom(), stateId: "LMS.LaunchData" });
    if (!wanted) return "unanswered";
    await read("agents/profile", { agent: launch.actor, profileId: "cmi5LearnerPreferences" });
    isOpen = goesOn || (await tell("initialized"));
    return isOpen ? "open" : "unanswered";
  };

  const begin = async () => {
    if (!Object.values(launch).every(Boolean)) return { isOpen, standing: "unconnected" };
    let standing = "unanswered";
    try {
      standing = await opened();
    } catch {
      return { isOpen, standing }; // the network is away: the lesson is read all the same
    }
    const back = /^https?:/i.test(wanted?.returnURL || "") ? wanted.returnURL : "";
    const isWatching = isOpen && wanted.launchMode !== "Normal";
    return { isOpen, standing: isWatching ? "watching" : standing, canFinish: isOpen && !isWatching, back };
  };

  const finish = async () => {
    try {
      isRead = isOpen && (isRead || (await tell("completed", { completion: true, duration: spent() }, [MOVE_ON])));
    } catch {
      isRead = false;
    }
    return isRead;
  };

  const leave = async () => {
    if (!isOpen) return;
    isOpen = false;
    session.isOver = true;
    store();
    try {
      await tell("terminated", { duration: spent() });
    } catch {
      // the system sees that the session was abandoned
    }
  };

  return { begin, reach: () => {}, finish, leave };
})();
