import { Chart, shorten } from "/panel-charts.js";

// All state lives in the server: the page asks once a second and draws the answer. Text from
// the server enters the page through textContent alone.
const pageSize = 12, points = 120;
const find = id => document.getElementById(id);
const meta = name => document.querySelector(`meta[name=${name}]`).content;
const view = { search: "", offset: 0, total: 0 };
let cards = new Map(), faults = [], channels = [], kinds = [], since = 0, run = null;
let generation = 0, polling = false, injectInto = null, requestID = null;

// --- talking to the server -------------------------------------------------------------

class Refused extends Error {}
let accessToken = sessionStorage.getItem("panel-access-token");
if (location.hash.startsWith("#token=")) {
  // A link may carry the token behind the hash: browsers do not send that part anywhere.
  accessToken = decodeURIComponent(location.hash.slice(7));
  sessionStorage.setItem("panel-access-token", accessToken);
  history.replaceState(null, "", location.pathname);
}

function askForToken() {
  if (find("ask").open) return;
  find("token").value = "";
  find("ask").showModal();
}
find("ask").addEventListener("close", () => {
  accessToken = find("token").value.trim();
  sessionStorage.setItem("panel-access-token", accessToken);
  begin();
});

async function ask(path, body) {
  const headers = {};
  if (accessToken) headers.Authorization = `Bearer ${accessToken}`;
  if (body) {
    headers["Content-Type"] = "application/json";
    headers["X-Panel-Token"] = meta("panel-token");
  }
  const answer = await fetch(path, body
    ? { method: "POST", headers, body: JSON.stringify(body) } : { headers });
  if (answer.ok) return answer;
  if (answer.status === 401) askForToken();
  const { error } = await answer.json();
  if (error.code === "page_token_missing") {
    throw new Refused("The generator was started again: reload this page.");
  }
  throw new Refused(error.message);
}
const json = async (path, body) => (await ask(path, body)).json();

function trouble(text) {
  const place = find("trouble");
  if (place.textContent !== (text ?? "")) place.textContent = text ?? "";
  place.hidden = !text;
}
const say = text => { find("said").textContent = text; };

async function act(action) {
  try {
    await action();
    trouble(null);
  } catch (error) {
    trouble(error instanceof Refused ? error.message : "The panel's server does not answer.");
  }
  await poll();
}

// --- what is shown ----------------------------------------------------------------------

const clock = time => new Date(time).toISOString().slice(0, 19).replace("T", " ");
function length(event) {
  if (event.end_ms == null) return "until ended";
  const seconds = Math.round((event.end_ms - event.start_ms) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function element(name, text, parent, className) {
  const made = parent.appendChild(document.createElement(name));
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function endButton(event, parent) {
  const button = element("button", "End", parent);
  button.type = "button";
  button.setAttribute("aria-label", `End ${event.kind} on ${event.machine}`);
  button.addEventListener("click", () => act(async () => {
    await json("/api/end", { event: event.id });
    say(`${event.kind} on ${event.machine} ended`);
  }));
}

// Rows are made anew only when something changed, so that focus stays where it is.
function list(place, items, key, build) {
  const made = items.map(key).join("\n");
  if (place.dataset.made === made) return;
  place.dataset.made = made;
  place.replaceChildren();
  for (const item of items) build(item);
}
const key = event => `${event.id} ${event.end_ms} ${event.running}`;

function showStatus(status) {
  if (run !== null && run !== status.run) reset();
  run = status.run;
  find("run").textContent = status.run;
  const isConnected = status.broker.state === "connected";
  const age = status.broker.since_ms == null
    ? "" : ` since ${clock(status.broker.since_ms).slice(11)} UTC`;
  find("broker").textContent = `${status.broker.address} ${status.broker.state}${age}`;
  find("broker-dot").className = `dot ${isConnected ? "good"
    : status.broker.state === "connecting" ? "" : "bad"}`;
  find("rate").textContent = status.readings_per_second.toFixed(
    status.readings_per_second < 10 ? 1 : 0);
  find("running").textContent = status.running_events;
  document.title = status.running_events
    ? `(${status.running_events}) Machines` : "Machines";
  const order = ["generated", "published", "acked", "spooled", "lost"];
  const counts = Object.entries(status.counts)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [name, value] of counts) {
    const id = `count-${name}`;
    if (!find(id)) {
      const group = document.createElement("div");
      element("dt", name[0].toUpperCase() + name.slice(1), group);
      element("dd", "", group).id = id;
      find("status").append(group);
    }
    find(id).textContent = value.toLocaleString("en");
  }
}

function makeCard(machine) {
  const card = find("card").content.firstElementChild.cloneNode(true);
  const part = name => card.querySelector(name);
  card.setAttribute("aria-label", machine.id);
  card.dataset.machine = machine.id;
  part("h2").textContent = machine.id;
  part(".switch").setAttribute("aria-label", `Overload fault on ${machine.id}`);
  part(".switch").addEventListener("click", () => {
    const state = part(".switch").getAttribute("aria-checked") !== "true";
    act(async () => {
      await json("/toggle_machine", { id: machine.id, state });
      say(`Overload fault on ${machine.id} ${state ? "started" : "ended"}`);
    });
  });
  part(".inject").addEventListener("click", () => openInject(machine.id));
  part(".inject").setAttribute("aria-label", `Inject an anomaly into ${machine.id}`);
  const entry = {
    card, part, times: [], values: channels.map(() => []),
    charts: channels.map((name, index) => new Chart(part(".charts"), name, index)),
  };
  find("machines").append(card);
  return entry;
}

function showMachine(machine) {
  const entry = cards.get(machine.id);
  machine.times_ms.forEach((time, row) => {
    if (entry.times.length && time <= entry.times[entry.times.length - 1]) return;
    entry.times.push(time);
    machine.values.forEach((column, channel) => entry.values[channel].push(column[row]));
  });
  const extra = Math.max(0, entry.times.length - points);
  entry.times.splice(0, extra);
  for (const column of entry.values) column.splice(0, extra);
  const last = entry.times[entry.times.length - 1];
  if (last !== undefined) since = Math.max(since, last);

  entry.part(".switch").setAttribute("aria-checked", machine.overload);
  const state = machine.events.length ? machine.events.map(event => event.kind).join(", ") : "normal";
  const facts = [machine.provider, machine.profile, state].filter(text => text);
  list(entry.part(".facts"), facts, fact => fact, fact => {
    if (entry.part(".facts").firstChild) entry.part(".facts").append(" · ");
    element("bdi", fact, entry.part(".facts"));
  });
  entry.card.classList.toggle("faulty", machine.events.length > 0);
  const known = new Map([...faults.filter(event => event.machine === machine.id),
    ...machine.events].map(event => [event.id, event]));
  entry.charts.forEach((chart, index) =>
    chart.draw(entry.times, entry.values[index], [...known.values()]));
  list(entry.part(".faults"), machine.events, key, event => {
    const row = element("li", "", entry.part(".faults"));
    element("span", `${event.kind} since ${clock(event.start_ms).slice(11)}, ${length(event)}`, row);
    endButton(event, row);
  });
}

function showMachines(page) {
  channels = page.channels;
  view.total = page.total;
  if (view.offset >= page.total && view.offset > 0) {
    view.offset = Math.max(0, Math.floor((page.total - 1) / pageSize) * pageSize);
    reset();
    return;
  }
  const wanted = page.machines.map(machine => machine.id);
  if (wanted.join("\n") !== [...cards.keys()].join("\n")) {
    find("machines").replaceChildren();
    cards = new Map(page.machines.map(machine => [machine.id, makeCard(machine)]));
  }
  page.machines.forEach(showMachine);
  const first = page.total ? view.offset + 1 : 0;
  find("position").textContent =
    `${first}–${view.offset + page.machines.length} of ${page.total.toLocaleString("en")}`;
  find("previous").disabled = view.offset === 0;
  find("next").disabled = view.offset + pageSize >= page.total;
}

function showEvents(events) {
  faults = events;
  find("events").hidden = !events.length;
  find("no-events").hidden = events.length > 0;
  find("export").disabled = !events.length;
  const body = find("events").tBodies[0];
  list(body, events, key, event => {
    const row = body.appendChild(document.createElement("tr"));
    element("td", clock(event.start_ms), row);
    element("td", event.machine, row, "name");
    element("td", event.kind, row);
    element("td", event.channels.join(", ") || "–", row);
    element("td", shorten(event.magnitude), row, "number");
    element("td", length(event), row, "number");
    element("td", event.source, row);
    const action = element("td", "", row);
    if (event.running) endButton(event, action);
  });
}

// --- once a second ----------------------------------------------------------------------

function reset() {
  since = 0;
  generation += 1;
  for (const entry of cards.values()) {
    entry.times.length = 0;
    for (const column of entry.values) column.length = 0;
  }
}

async function poll() {
  if (polling) return;
  polling = true;
  const asked = generation;
  try {
    const query = new URLSearchParams({
      search: view.search, offset: view.offset, limit: pageSize, points, since_ms: since });
    const [status, log, page] = await Promise.all([
      json("/api/status"), json(`/api/events?limit=50`), json(`/api/machines?${query}`)]);
    if (asked === generation) {
      showStatus(status);
      if (asked === generation) {
        showEvents(log.events);
        showMachines(page);
        document.body.dataset.polls = Number(document.body.dataset.polls ?? 0) + 1;
      }
    }
    if (find("trouble").dataset.lost) trouble(null);
    delete find("trouble").dataset.lost;
  } catch (error) {
    find("trouble").dataset.lost = "yes";
    trouble(error instanceof Refused ? error.message
      : "No answer from the panel's server. Trying again…");
  }
  polling = false;
  if (asked !== generation) await poll();
}

function go(offset) {
  view.offset = offset;
  reset();
  poll();
}
find("search").addEventListener("input", () => {
  view.search = find("search").value.trim();
  go(0);
});
find("find").addEventListener("submit", event => event.preventDefault());
find("previous").addEventListener("click", () => go(Math.max(0, view.offset - pageSize)));
find("next").addEventListener("click", () => go(view.offset + pageSize));

// --- injecting and exporting ------------------------------------------------------------

const kindNow = () => kinds.find(kind => kind.name === find("kind").value);
function showKind() {
  find("kind-summary").textContent = kindNow()?.summary ?? "";
  find("channels").hidden = !kindNow()?.takes_channels;
}
find("kind").addEventListener("change", showKind);

function openInject(machine) {
  injectInto = machine;
  requestID = Array.from(crypto.getRandomValues(new Uint8Array(12)),
    byte => byte.toString(16).padStart(2, "0")).join("");
  find("inject-title").textContent = `Inject an anomaly into ${machine}`;
  find("inject-trouble").hidden = true;
  find("inject").showModal();
}
find("cancel").addEventListener("click", () => find("inject").close());
find("inject").querySelector("form").addEventListener("submit", async event => {
  event.preventDefault();
  const seconds = find("duration").value;
  const chosen = kindNow()?.takes_channels
    ? [...find("channels").querySelectorAll("input:checked")].map(box => box.value) : [];
  try {
    await json("/api/inject", {
      machine: injectInto, kind: find("kind").value, channels: chosen,
      magnitude: Number(find("magnitude").value), request_id: requestID,
      ...(seconds && { duration_s: Number(seconds) }) });
    find("inject").close();
    say(`${find("kind").value} on ${injectInto} started`);
    await poll();
  } catch (error) {
    find("inject-trouble").textContent = error instanceof Refused
      ? error.message : "No answer from the panel's server: press Start again.";
    find("inject-trouble").hidden = false;
  }
});

find("export").addEventListener("click", () => act(async () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await (await ask("/api/scenario.json5")).blob());
  link.download = "panel.json5";
  link.click();
  URL.revokeObjectURL(link.href);
}));

async function loadKinds() {
  if (kinds.length) return;
  const menu = await json("/api/kinds");
  kinds = menu.kinds;
  const groups = new Map();
  for (const kind of kinds) {
    if (!groups.has(kind.group)) {
      const group = find("kind").appendChild(document.createElement("optgroup"));
      group.label = kind.group;
      groups.set(kind.group, group);
    }
    element("option", kind.name, groups.get(kind.group)).value = kind.name;
  }
  for (const channel of menu.channels) {
    const label = find("channels").appendChild(document.createElement("label"));
    const box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.value = channel;
    label.append(channel);
  }
  showKind();
}

async function begin() {
  if (meta("panel-asks-for-token") === "yes" && !accessToken) return askForToken();
  try {
    await loadKinds();
  } catch { /* poll() meets the same trouble, and tells of it. */ }
  await poll();
}
setInterval(async () => {
  if (document.hidden || find("ask").open) return;
  await (kinds.length ? poll() : begin());
}, 1000);
document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
begin();
