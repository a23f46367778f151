// Shows kept copies when the network does not answer. Keeps nothing by itself: see keep.js.
const KEPT = "rsmms", WAIT = 4000, DAY = 864e5, LANGUAGES = "%LANGUAGES%".split(" "), CORE = "%CORE%".split(" ");
const root = new URL(self.registration.scope), open = () => caches.open(KEPT);
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || !url.href.startsWith(root.href)) return;
  const path = url.pathname.slice(root.pathname.length);
  if (path === "" || path.endsWith("/")) e.respondWith(page(e, path));
  else if (/^(assets|hors-ligne|donnees\/(search|texte)-|favicon)/.test(path)) e.respondWith(file(e.request, /texte-(\w+)/.exec(path)));
});
// The page asks whether an address really opens without network, before it promises so.
self.addEventListener("message", (e) => e.waitUntil(kept(e.data).then((r) => r && r.text()).catch(() => 0).then((html) => e.ports[0].postMessage(html))));
// Asked anew from the host, never from the browser's own store; the header is for browsers that do not know the word of 2018.
const anew = (url, more) => new Request(url, Object.assign({ cache: "no-cache", headers: { "cache-control": "max-age=0" } }, more));
const patient = (net) => Promise.race([net.catch(() => null), new Promise((done) => setTimeout(done, WAIT, null))]);

async function file(request, text) {
  const own = (await caches.has(KEPT)) && (await (await open()).match(request, { ignoreVary: true }));
  if (own && /\.[0-9a-f]{8}\./.test(request.url)) return own;
  const net = fetch(request), first = await patient(net);
  return first && first.ok ? first : own || (text && (await words(text[1]))) || net;
}

async function page(e, path) {
  // An old copy of the browser's own must not pass for today's page.
  const net = fetch(anew(e.request.url, { redirect: "manual" })), first = await patient(net);
  if (first && first.status < 500) { e.waitUntil(refresh(path).catch(() => {})); return first; }
  return (await kept(path)) || net.catch(() => none(path)).then((r) => r || first || Response.error());
}

function split(path) {
  const start = LANGUAGES.slice(1).find((l) => path.startsWith(`${l}/`));
  return start ? [start, path.slice(start.length + 1)] : [LANGUAGES[0], path];
}

// Reads what is kept of a language: a file by the start of its name, and a body with its phrases put back.
async function reader(language) {
  if (!(await caches.has(KEPT))) return {};
  const cache = await open(), folder = `${root}hors-ligne/${language}`, keys = (await cache.keys()).map((k) => k.url).filter((k) => k.startsWith(folder));
  const all = (name) => Promise.all(keys.filter((k) => k.startsWith(`${folder}/${name}`)).map(async (k) => (await cache.match(k)).json()));
  const phrases = Object.assign({}, ...(await all("phrases."))), list = await cache.match(`${folder}.json`);
  const has = (name) => keys.some((k) => k.startsWith(`${folder}/${name}.`));
  return { all, has, list: list && (await list.json()), body: (b) => b.replace(/\x7f(.{4})/g, (_, k) => phrases[k] || "") };
}

// The page of a kept pack inside the shell of its language.
async function kept(path) {
  const [language, rest] = split(path), { all, list, body } = await reader(language);
  if (!list) return null;
  const [folder, below] = rest.split("/"), place = /^(?:pays|contacts)\/([^/]+)\//.exec(rest);
  const name = place ? place[1] : below && !CORE.includes(folder) ? folder : "core";
  const [shell] = await all("shell."), found = (await all(`${name}.`)).map((p) => p.pages[rest]).find((p) => p);
  if (!shell || !found) return null;
  const old = Date.now() - Date.parse(list.built) > list.old * DAY;
  const notice = `<p class="notice kept" data-old="${list.old}" data-check="${shell.check}">${list.copy}${old ? ` ${shell.stale}` : ""}</p>`;
  return filled(shell, 200, found[0], notice + body(found[1]), found[2]);
}

function filled(shell, status, title, main, danger) {
  const parts = { TITLE: title, EXIT: danger ? shell.exit : "", BODY: danger ? shell.body : "", MAIN: main };
  const html = shell.html.replace(/%(TITLE|EXIT|BODY|MAIN)%/g, (_, k) => parts[k]).split("%ROOT%").join(root.pathname);
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

// Every address answers: the word that this page was not kept, and what is, in the language of the address or in one that is kept.
async function none(path) {
  const wanted = split(path)[0];
  for (const language of [wanted, ...LANGUAGES]) {
    const { all, has, list } = await reader(language), [shell] = list ? await all("shell.") : [];
    if (!shell) continue;
    const items = Object.keys(list.packs).filter((n) => list.packs[n][3] && has(n)).map((n) => `<li><a href="${shell.start}${list.packs[n][3]}">${list.packs[n][2]}</a></li>`);
    return filled(shell, 503, "", `${shell.none}<ul class="links">${items.join("")}</ul>`);
  }
  return null;
}

// The whole text of what is kept, for the search: made from the packs, so that nothing is fetched or kept twice.
async function words(language) {
  const { all, list, body } = await reader(language), signs = { amp: "&", lt: "<", gt: ">", quot: '"' };
  const plain = (b) => body(b).replace(/<[^>]+>/g, " ").replace(/&(\w+);/g, (_, k) => signs[k] || " ").replace(/\s+/g, " ");
  return list && new Response(JSON.stringify([].concat(...(await all("")).map((p) => Object.entries(p.pages || {}).map(([url, p]) => [url, plain(p[1])])))));
}

// Once a day, when the network is there and data need not be saved: changed packs only; the old ones go when all new ones are there.
async function refresh(path) {
  const [language] = split(path), url = `${root}hors-ligne/${language}.json`;
  if (!(await caches.has(KEPT)) || (navigator.connection && navigator.connection.saveData)) return;
  const cache = await open(), was = await cache.match(url);
  if (!was || Date.now() - Date.parse(was.headers.get("date")) < DAY) return;
  const now = await fetch(anew(url));
  if (!now.ok) return;
  const list = await now.clone().json(), names = [...list.shared, ...Object.values(list.packs).map((p) => p[0])], gone = [];
  const stem = (name) => name.replace(/\.[0-9a-f]{8}\./, ".");
  for (const { url: key } of await cache.keys()) {
    const name = key.slice(root.href.length), other = names.find((n) => stem(n) === stem(name));
    if (!other || (other === name && stem(name) !== name)) continue;
    await cache.add(anew(root + other));
    if (other !== name) gone.push(key);
  }
  await cache.put(url, now);
  for (const key of gone) await cache.delete(key);
}
