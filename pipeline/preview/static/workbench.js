// The workbench in the browser: follows the files, goes from block to block, and saves what a translator writes.
const body = document.body.dataset;
const byId = (id) => document.getElementById(id);
const page = byId("page"), source = byId("source"), panel = byId("panel"), status = byId("status");
const asked = { article: body.domain, locale: body.locale, interface: body.interface };
let blocks = [], stamp = "", current = "", seen = "", panelShown = "", again = false, running = null, own = false;
const latest = new Map();  // what each frame has to show
const PATIENCE = 60000, LOOK_AGAIN = 15000;

const query = (more) => new URLSearchParams({ ...asked, ...more });
const say = (text) => { status.textContent = ""; status.textContent = text; };

async function ask(address, sent) {
  const options = sent && {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Workbench-Token": body.token },
    body: JSON.stringify({ ...asked, ...sent }),
  };
  const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  const told = await answer.text();
  try { return JSON.parse(told); } catch { return { error: told }; }
}

// --- the pages: only what stands on them is changed, so the reader keeps the place ----------------------------------

function swap(frame, html) {
  if (!frame || !html || latest.get(frame) === html) return;
  latest.set(frame, html);
  put(frame);
}

// A frame may still load, perhaps an older page than what is known by then: it is put there when it has come, too.
function put(frame) {
  const view = frame.contentDocument;
  if (!latest.has(frame) || !view?.body || view.URL === "about:blank") return;
  const fresh = new DOMParser().parseFromString(latest.get(frame), "text/html");
  const anchor = [...view.querySelectorAll("[data-block]")].find((each) => each.getBoundingClientRect().bottom > 0);
  const [name, top] = [anchor?.dataset.block, anchor?.getBoundingClientRect().top];
  const focused = view.activeElement?.closest("[data-block]")?.dataset.block;
  for (const attribute of ["lang", "dir"]) view.documentElement.setAttribute(attribute, fresh.documentElement.getAttribute(attribute));
  view.title = fresh.title;
  view.body.replaceChildren(...fresh.body.childNodes);
  const same = name && find(frame, name);
  if (same) frame.contentWindow.scrollBy(0, same.getBoundingClientRect().top - top);
  if (focused) find(frame, focused)?.querySelector(".workbench-open")?.focus({ preventScroll: true });
  highlight();
}

const find = (frame, name) => frame?.contentDocument?.querySelector(`[data-block="${CSS.escape(name)}"]`);

function highlight(scroll) {
  for (const frame of [page, source].filter(Boolean)) {
    frame.contentDocument?.querySelectorAll(".workbench-on").forEach((each) => each.classList.remove("workbench-on"));
    const block = current ? find(frame, current) : null;
    block?.classList.add("workbench-on");
    if (scroll) block?.scrollIntoView({ block: "center" });
  }
  byId("blocks").querySelectorAll("button").forEach((each) => {
    if (each.dataset.block === current) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  });
}

function list() {
  byId("blocks").replaceChildren(...blocks.map((block) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.dataset.block = block.name;
    button.textContent = `${block.told}${block.findings ? ` (${block.findings})` : ""}: ${block.text.slice(0, 80)}`;
    item.append(button);
    return item;
  }));
}

function refresh() {
  again = true;
  running ??= catchUp().finally(() => { running = null; });
  return running;
}

async function catchUp() {
  while (again) {
    again = false;
    try { show(await ask(`/api/view?${query({ beside: source ? "1" : "", was: stamp })}`)); } catch { /* the events tell */ }
  }
}

function show(view) {
  if (view.same || view.error) return;
  const first = !stamp;
  byId("errors").innerHTML = view.errors;
  if (view.page) {
    blocks = view.blocks;
    list();
    swap(page, view.page);
    swap(source, view.source);
  }
  stamp = view.stamp;
  if (first || !view.page) return;
  if (!own) say(body.saidChanged);
  if (current && !dirty()) open(current, { quiet: true });
}

// --- one block ------------------------------------------------------------------------------------------------------

const dirty = () => byId("text") && byId("text").value !== byId("text").defaultValue;

async function open(name, { quiet = false } = {}) {
  const told = await ask(`/api/block?${query({ name })}`);
  if (!told.panel) { say(body.saidGone); return; }
  if (quiet && (dirty() || name !== current || told.panel === panelShown)) return;
  if (!quiet) byId("said").textContent = "";
  current = name;
  fill(told);
  highlight(!quiet);
  if (!quiet) byId("panel-title").focus();
}

function fill(told) {
  const focused = panel.contains(document.activeElement) && document.activeElement.id;
  panel.innerHTML = panelShown = told.panel;
  seen = told.seen;
  if (focused) byId(focused)?.focus();
}

function go(kind) {
  const start = blocks.findIndex((block) => block.name === current);
  const step = kind === "before" ? -1 : 1;
  const fits = { finding: (b) => b.findings, missing: (b) => b.state === "missing", fuzzy: (b) => ["fuzzy", "kept"].includes(b.state) }[kind];
  const count = blocks.length, from = start < 0 && step < 0 ? 0 : start;
  for (let n = 1; n <= count; n += 1) {
    const block = blocks[(from + step * n + count * 2) % count];
    if (block.name !== current && (!fits || fits(block))) { leave(() => open(block.name)); return; }
  }
  say(body.saidNone);
}

// What was typed is kept: it goes with the block until it is saved or the same block is opened again.
const drafts = new Map();
async function leave(action) {
  if (dirty()) drafts.set(current, byId("text").value); else drafts.delete(current);
  await action();
  if (byId("text") && drafts.has(current)) byId("text").value = drafts.get(current);
}

async function save() {
  own = true;
  try {
    const told = await ask("/api/save", { name: current, text: byId("text").value, fuzzy: byId("fuzzy").checked, seen });
    if (told.saved) {
      drafts.delete(current);
      if (told.panel) fill(told);
    } else if (told.seen !== undefined) seen = told.seen;
    tell(told);
    if (told.saved) await refresh();
  } finally { own = false; }
}

async function check() {
  const told = await ask("/api/check", { name: current, text: byId("text").value });
  if (told.findings !== undefined) byId("findings").innerHTML = told.findings;
  tell(told);
}

function tell(told) {
  if (told.error) byId("said").textContent = told.error;
  else byId("said").innerHTML = told.said;
}

// --- what people do -------------------------------------------------------------------------------------------------

function follow(event) {
  const link = event.target.closest("a[href]");
  const block = event.target.closest("[data-block]");
  if (link) lead(event, link);
  else if (block && !event.target.closest("[popovertarget]")) leave(() => open(block.dataset.block));
}

function lead(event, link) {
  const url = new URL(link.href), here = link.ownerDocument.location;
  if (url.origin === here.origin && url.pathname === here.pathname) return;
  event.preventDefault();
  const path = url.origin === location.origin && url.pathname.match(/^\/pages\/([^/]+)\/(.+)(?<!\.bilingual)\.html$/);
  if (path) location.assign(`/?${query({ article: decodeURIComponent(path[2]), locale: path[1], ...(source ? { beside: "1" } : {}) })}`);
  else window.open(url, "_blank", "noopener");
}

const KEYS = { KeyF: "finding", KeyU: "missing", KeyD: "fuzzy", KeyN: "block", KeyP: "before" };
function key(event) {
  if (event.altKey && event.shiftKey && !event.ctrlKey && KEYS[event.code]) { event.preventDefault(); go(KEYS[event.code]); }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "text") { event.preventDefault(); save(); }
}

function listen(frame) {
  frame.contentDocument?.addEventListener("click", follow);
  frame.contentDocument?.addEventListener("keydown", key);
  put(frame);
  highlight();
}

for (const frame of [page, source].filter(Boolean)) {
  frame.addEventListener("load", () => listen(frame));
  if (frame.contentDocument?.readyState === "complete") listen(frame);
}
document.addEventListener("keydown", key);
document.querySelector(".ways").addEventListener("click", (event) => { const way = event.target.closest("[data-next]"); if (way) go(way.dataset.next); });
byId("blocks").addEventListener("click", (event) => { const block = event.target.closest("[data-block]"); if (block) leave(() => open(block.dataset.block)); });
panel.addEventListener("submit", (event) => { event.preventDefault(); save(); });
panel.addEventListener("click", (event) => { if (event.target.id === "check") check(); });
window.addEventListener("beforeunload", (event) => { if (dirty()) event.preventDefault(); });

let lost = false;
const events = new EventSource("/events");
events.addEventListener("change", refresh);
events.addEventListener("ready", () => { if (lost) say(body.saidBack); lost = false; refresh(); });
events.addEventListener("error", () => { if (!lost) say(body.saidLost); lost = true; });
setInterval(refresh, LOOK_AGAIN);  // some drives in a network tell nobody when a file changed
