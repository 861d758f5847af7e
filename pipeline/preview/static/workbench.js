// The workbench in the browser: follows the files, goes from block to block, and saves what a translator writes.
const body = document.body.dataset;
const byId = (id) => document.getElementById(id);
const page = byId("page"), source = byId("source"), panel = byId("panel"), status = byId("status");
const asked = { article: body.domain, locale: body.locale, interface: body.interface };
let blocks = [], stamp = "", current = "", seen = "", busy = false, again = false, own = false;

const query = (more) => new URLSearchParams({ ...asked, ...more });
const say = (text) => { status.textContent = ""; status.textContent = text; };

async function ask(address, sent) {
  const options = sent && {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Workbench-Token": body.token },
    body: JSON.stringify({ ...asked, ...sent }),
  };
  const answer = await fetch(address, options);
  const told = await answer.text();
  try { return JSON.parse(told); } catch { return { error: told }; }
}

// --- the pages: only what stands on them is changed, so the reader keeps the place ----------------------------------

function swap(frame, html) {
  const view = frame?.contentDocument;
  if (!html || !view?.body) return;
  const fresh = new DOMParser().parseFromString(html, "text/html");
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

async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  do {
    again = false;
    try { show(await ask(`/api/view?${query({ beside: source ? "1" : "", was: stamp })}`)); } catch { /* the events tell */ }
  } while (again);
  busy = false;
}

function show(view) {
  if (view.same || view.error) return;
  const first = !stamp;
  stamp = view.stamp;
  byId("errors").innerHTML = view.errors;
  if (!view.page) return;
  blocks = view.blocks;
  list();
  swap(page, view.page);
  swap(source, view.source);
  if (first) return;
  if (!own) say(body.saidChanged);
  own = false;
  if (current && !dirty()) open(current, { quiet: true });
}

// --- one block ------------------------------------------------------------------------------------------------------

const dirty = () => byId("text") && byId("text").value !== byId("text").defaultValue;

async function open(name, { quiet = false } = {}) {
  const told = await ask(`/api/block?${query({ name })}`);
  if (!told.panel) { say(body.saidGone); return; }
  if (!quiet) byId("said").textContent = "";
  current = name;
  fill(told);
  highlight(!quiet);
  if (!quiet) byId("panel-title").focus();
}

function fill(told) {
  const focused = panel.contains(document.activeElement) && document.activeElement.id;
  panel.innerHTML = told.panel;
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
  const told = await ask("/api/save", { name: current, text: byId("text").value, fuzzy: byId("fuzzy").checked, seen });
  if (told.saved) {
    drafts.delete(current);
    own = true;
    if (told.panel) fill(told);
  } else if (told.seen !== undefined) seen = told.seen;
  tell(told);
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
  if (link) {
    const path = new URL(link.href).pathname.match(/^\/pages\/([^/]+)\/(.+)\.html$/);
    if (new URL(link.href).origin !== location.origin) { event.preventDefault(); window.open(link.href, "_blank", "noopener"); }
    else if (path && link.pathname !== link.ownerDocument.location.pathname) {
      event.preventDefault();
      location.assign(`/?${query({ article: decodeURIComponent(path[2]), locale: path[1], ...(source ? { beside: "1" } : {}) })}`);
    }
  } else if (block) leave(() => open(block.dataset.block));
}

const KEYS = { KeyF: "finding", KeyU: "missing", KeyD: "fuzzy", KeyN: "block", KeyP: "before" };
function key(event) {
  if (event.altKey && event.shiftKey && !event.ctrlKey && KEYS[event.code]) { event.preventDefault(); go(KEYS[event.code]); }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "text") { event.preventDefault(); save(); }
}

function listen(frame) {
  frame.contentDocument.addEventListener("click", follow);
  frame.contentDocument.addEventListener("keydown", key);
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
