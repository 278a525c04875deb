// What lessons are written with, TinCanJS and xapijs, asks of our endpoint. Prints a JSON object: what was tried, and
// what went wrong there, empty where nothing did.
//
//   NODE_PATH=.peers node xapi_node.cjs ENDPOINT LOGIN SECRET

"use strict";
const assert = require("assert/strict");
const { createHash, randomUUID } = require("crypto");
const TinCan = require("tincanjs");
const XAPI = require("@xapi/xapi");

const [endpoint, login, secret] = process.argv.slice(2);
const ana = { objectType: "Agent", account: { homePage: "https://escuela.example", name: "40123" } };
const lesson = {
  objectType: "Activity",
  id: "https://escuela.example/cursos/2",
  definition: { name: { es: "Prevención — segunda sesión" }, type: "http://adlnet.gov/expapi/activities/lesson" },
};
const passed = { id: "http://adlnet.gov/expapi/verbs/passed", display: { es: "aprobó" } };
const told = (others) => ({ actor: ana, verb: passed, object: lesson, ...others });
const registration = randomUUID();
const tried = {};

async function tries(name, work) {
  try {
    await work();
    tried[name] = "";
  } catch (problem) {
    const answer = problem.response ? ` ${problem.response.status} ${JSON.stringify(problem.response.data)}` : "";
    tried[name] = String(problem.message || problem) + answer;
  }
}

const refused = async (status, work) => {
  const found = await work().then(() => 200, (problem) => problem.response?.status ?? problem.message);
  assert.equal(found, status);
};

const certificate = (words) => {
  const content = Buffer.from(words);
  return {
    content,
    data: {
      usageType: "https://escuela.example/acta", display: { es: "Acta" }, contentType: "text/plain",
      length: content.length, sha2: createHash("sha256").update(content).digest("hex"),
    },
  };
};

// xapijs, once with axios and once with fetch

async function xapijs(adapter) {
  const lrs = new XAPI({ endpoint, auth: XAPI.toBasicAuth(login, secret), adapter });
  const named = (name) => `xapijs ${adapter}: ${name}`;
  const activityId = lesson.id;

  await tries(named("about"), async () => assert.ok((await lrs.getAbout()).data.version.includes("1.0.3")));
  await tries(named("send and read"), async () => {
    const [id] = (await lrs.sendStatement({ statement: told() })).data;
    assert.equal((await lrs.getStatement({ statementId: id })).data.verb.id, passed.id);
    const several = (await lrs.sendStatements({ statements: [told(), told({ context: { registration } })] })).data;
    assert.equal(several.length, 2);
  });
  await tries(named("void"), async () => {
    const ids = (await lrs.sendStatements({ statements: [told(), told(), told()] })).data;
    await lrs.voidStatement({ actor: ana, statementId: ids[0] });
    await lrs.voidStatements({ actor: ana, statementIds: ids.slice(1) });
    assert.equal((await lrs.getVoidedStatement({ voidedStatementId: ids[2] })).data.id, ids[2]);
  });
  await tries(named("ask with everything"), async () => {
    const found = await lrs.getStatements({
      agent: ana, verb: passed.id, activity: activityId, registration, ascending: true, related_agents: true,
      related_activities: true, format: "exact", limit: 5, since: "2020-01-01T00:00:00Z", until: "2099-01-01T00:00:00Z",
    });
    assert.ok(found.data.statements.length > 0);
  });
  await tries(named("page by page"), async () => {
    let page = (await lrs.getStatements({ limit: 2 })).data;
    const first = page.statements[0].id;
    page = (await lrs.getMoreStatements({ more: page.more })).data;
    assert.notEqual(page.statements[0].id, first);
  });
  await tries(named("an attachment"), async () => {
    const { content, data } = certificate("Acta de la sesión");
    const [id] = (await lrs.sendStatement({ statement: told({ attachments: [data] }), attachments: [content] })).data;
    const [kept, attached] = (await lrs.getStatement({ statementId: id, attachments: true })).data;
    assert.equal(kept.attachments[0].sha2, data.sha2);
    assert.equal(Buffer.from(attached).toString(), content.toString());
  });
  await tries(named("two attachments"), async () => {
    const both = [certificate("Una"), certificate("Otra")];
    const statement = told({ attachments: both.map((one) => one.data) });
    await lrs.sendStatement({ statement, attachments: both.map((one) => one.content) });
  });
  await tries(named("state"), async () => {
    const place = { agent: ana, activityId, stateId: `marcador-${adapter}`, registration };
    await lrs.createState({ ...place, state: { page: 1 } });
    await lrs.createState({ ...place, state: { name: "Ana" } });
    const found = await lrs.getState(place);
    assert.deepEqual(found.data, { page: 1, name: "Ana" });
    await lrs.setState({ ...place, state: { page: 2 }, etag: found.headers.etag, matchHeader: "If-Match" });
    assert.deepEqual((await lrs.getStates(place)).data, [place.stateId]);
    await lrs.deleteState({ ...place, etag: (await lrs.getState(place)).headers.etag });
    await lrs.setState({ ...place, state: "palabras", contentType: "text/plain" });
    assert.equal((await lrs.getState(place)).data, "palabras");
    await lrs.deleteStates({ agent: ana, activityId });
    if (adapter === "axios") await refused(404, () => lrs.getState(place));
  });
  await tries(named("profile of an activity"), async () => {
    const place = { activityId, profileId: `p-${adapter}` };
    await lrs.createActivityProfile({ ...place, profile: { a: 1 }, etag: "*", matchHeader: "If-None-Match" });
    const { etag } = (await lrs.getActivityProfile(place)).headers;
    await lrs.setActivityProfile({ ...place, profile: { b: 2 }, etag, matchHeader: "If-Match" });
    assert.deepEqual((await lrs.getActivityProfiles({ activityId })).data, [place.profileId]);
    await lrs.deleteActivityProfile({ ...place });
  });
  await tries(named("profile of an agent"), async () => {
    const place = { agent: ana, profileId: `p-${adapter}` };
    await lrs.createAgentProfile({ ...place, profile: { a: 1 } });
    const { etag } = (await lrs.getAgentProfile(place)).headers;
    await lrs.setAgentProfile({ ...place, profile: { b: 2 }, etag, matchHeader: "If-Match" });
    assert.deepEqual((await lrs.getAgentProfiles({ agent: ana })).data, [place.profileId]);
    await lrs.deleteAgentProfile({ ...place });
  });
  await tries(named("an activity and an agent"), async () => {
    assert.equal((await lrs.getActivity({ activityId })).data.definition.name.es, lesson.definition.name.es);
    assert.deepEqual((await lrs.getAgent({ agent: ana })).data.account, [ana.account]);
  });
  await tries(named("a parameter against caches"), () => lrs.getStatements({ limit: 1, useCacheBuster: true }));
}

// TinCanJS

const tincan = new TinCan.LRS({ endpoint, username: login, password: secret, allowFail: false });
const called = (name, ...asked) =>
  new Promise((resolve, reject) => {
    const cfg = asked.pop();
    const callback = (error, found) =>
      error === null ? resolve(found) : reject(new Error(`${error} ${found?.responseText ?? ""}`));
    tincan[name](...asked, { ...cfg, callback });
  });

async function tincanjs() {
  const agent = new TinCan.Agent(ana);
  const activity = new TinCan.Activity(lesson);
  const named = (name) => `TinCanJS: ${name}`;
  TinCan.DEBUG = false;

  await tries(named("about"), async () => assert.ok((await called("about", {})).version.includes("1.0.3")));
  await tries(named("send and read"), async () => {
    const statement = new TinCan.Statement(told());
    await called("saveStatement", statement, {});
    const kept = await called("retrieveStatement", statement.id, {});
    assert.equal(kept.verb.id, passed.id);
    const several = [new TinCan.Statement(told()), new TinCan.Statement(told())];
    await called("saveStatements", several, {});
  });
  await tries(named("void"), async () => {
    const statement = new TinCan.Statement(told());
    await called("saveStatement", statement, {});
    const verb = { id: "http://adlnet.gov/expapi/verbs/voided" };
    const voiding = new TinCan.Statement(told({ verb, object: { objectType: "StatementRef", id: statement.id } }));
    await called("saveStatement", voiding, {});
    assert.equal((await called("retrieveVoidedStatement", statement.id, {})).id, statement.id);
  });
  await tries(named("ask, page by page"), async () => {
    const params = { agent, verb: new TinCan.Verb(passed), activity, limit: 2, ascending: true, related_agents: true };
    const page = await called("queryStatements", { params });
    assert.equal(page.statements.length, 2);
    const next = await called("moreStatements", { url: page.more });
    assert.notEqual(next.statements[0].id, page.statements[0].id);
  });
  await tries(named("an attachment"), async () => {
    const content = "Acta de la sesión";
    const attached = { ...certificate(content).data, content };
    const statement = new TinCan.Statement(told({ attachments: [new TinCan.Attachment(attached)] }));
    await called("saveStatement", statement, {});
    const kept = await called("retrieveStatement", statement.id, { params: { attachments: true } });
    assert.equal(kept.attachments[0].getContentAsString(), content);
  });
  await tries(named("state"), async () => {
    const place = { agent, activity, registration };
    const kept = { contentType: "application/json" };
    await called("saveState", "marcador", { page: 1 }, { ...place, ...kept });
    const found = await called("retrieveState", "marcador", place);
    assert.deepEqual(found.contents, { page: 1 });
    await called("saveState", "marcador", { page: 2 }, { ...place, ...kept, lastSHA1: found.etag });
    assert.deepEqual(await called("retrieveStateIds", place), ["marcador"]);
    await called("dropState", "marcador", place);
    assert.equal(await called("retrieveState", "marcador", place), null);
  });
  for (const [kind, whose] of [["ActivityProfile", { activity }], ["AgentProfile", { agent }]]) {
    for (const [how, sign] of [
      ["the tag that came", (found) => found.etag],
      ["a digest of its own", (found) => TinCan.Utils.getSHA1String(JSON.stringify(found.contents))],
    ]) {
      await tries(named(`${kind} with ${how}`), async () => {
        const kept = { contentType: "application/json" };
        await called(`save${kind}`, "perfil", { a: 1 }, { ...whose, ...kept });
        const found = await called(`retrieve${kind}`, "perfil", whose);
        assert.deepEqual(found.contents, { a: 1 });
        await called(`save${kind}`, "perfil", { a: 2 }, { ...whose, ...kept, lastSHA1: sign(found) });
        assert.deepEqual(await called(`retrieve${kind}Ids`, whose), ["perfil"]);
      });
      await called(`drop${kind}`, "perfil", whose).catch(() => {});
    }
  }
  await tries(named("an activity"), async () => {
    assert.equal((await called("retrieveActivity", lesson.id, {})).definition.name.es, lesson.definition.name.es);
  });
}

(async () => {
  await xapijs("axios");
  await xapijs("fetch");
  await tincanjs();
  process.stdout.write(JSON.stringify(tried));
})();
