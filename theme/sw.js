// Shows kept copies when the network does not answer. Keeps nothing by itself: see keep.js.
const KEPT = "rsmms", WAIT = 4000, DAY = 864e5, LANGUAGES = %LANGUAGES%, CORE = %CORE%;
const root = new URL(self.registration.scope), open = () => caches.open(KEPT);
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || !url.href.startsWith(root.href)) return;
  const path = url.pathname.slice(root.pathname.length);
  if (path === "" || path.endsWith("/")) e.respondWith(page(e, path));
  else if (/^(assets|hors-ligne|donnees\/(search|texte)-|favicon)/.test(path)) e.respondWith(file(e.request));
});
const patient = (net) => Promise.race([net.catch(() => null), new Promise((done) => setTimeout(done, WAIT, null))]);

async function file(request) {
  const own = (await caches.has(KEPT)) && (await (await open()).match(request, { ignoreVary: true }));
  if (own && /\.[0-9a-f]{8}\./.test(request.url)) return own;
  const net = fetch(request), first = await patient(net);
  return first && first.ok ? first : own || net;
}

async function page(e, path) {
  // Asked anew from the host, never from the browser's own store: an old copy must not pass for today's page.
  const net = fetch(new Request(e.request.url, { cache: "no-cache", redirect: "manual" })), first = await patient(net);
  if (first && first.status < 500) { e.waitUntil(refresh(path).catch(() => {})); return first; }
  return (await kept(path)) || net.catch(() => kept(path, true)).then((r) => r || first || Response.error());
}

function split(path) {
  const start = LANGUAGES.slice(1).find((l) => path.startsWith(`${l}/`));
  return start ? [start, path.slice(start.length + 1)] : [LANGUAGES[0], path];
}

// The page of a kept pack inside the shell of its language; with `none`, the word that this page was not kept.
async function kept(path, none) {
  if (!(await caches.has(KEPT))) return null;
  const [language, rest] = split(path), cache = await open(), keys = (await cache.keys()).map((k) => k.url);
  const read = async (name) => { const key = keys.find((k) => k.startsWith(`${root}hors-ligne/${language}/${name}.`)); return key && (await cache.match(key)).json(); };
  const [folder, below] = rest.split("/"), place = /^(?:pays|contacts)\/([^/]+)\//.exec(rest);
  const name = place ? place[1] : below && !CORE.includes(folder) ? folder : "core";
  const shell = await read("shell"), pack = shell && !none && (await read(name)), found = pack && pack.pages[rest];
  if (!shell || !(found || none)) return null;
  const old = pack && Date.now() - Date.parse(pack.built) > pack.old * DAY;
  const notice = found ? `<p class="notice kept" data-old="${pack.old}" data-check="${shell.check}">${pack.copy}${old ? ` ${shell.stale}` : ""}</p>` : shell.none;
  const parts = { ROOT: root.pathname, TITLE: found ? found[0] : "", EXIT: found && found[2] ? shell.exit : "", BODY: found && found[2] ? shell.body : "", MAIN: notice + (found ? found[1] : "") };
  const html = shell.html.replace(/%(TITLE|EXIT|BODY|MAIN)%/g, (_, k) => parts[k]).replaceAll("%ROOT%", parts.ROOT);
  return new Response(html, { status: none ? 503 : 200, headers: { "content-type": "text/html; charset=utf-8" } });
}

// Once a day, when the network is there and data need not be saved: changed packs only.
async function refresh(path) {
  const [language] = split(path), url = `${root}hors-ligne/${language}.json`;
  if (!(await caches.has(KEPT)) || (navigator.connection && navigator.connection.saveData)) return;
  const cache = await open(), was = await cache.match(url);
  if (!was || Date.now() - Date.parse(was.headers.get("date")) < DAY) return;
  const now = await fetch(url, { cache: "no-cache" });
  if (!now.ok) return;
  const list = await now.clone().json(), names = [...list.shared, ...list.whole, ...Object.values(list.packs).map((p) => p[0])];
  const stem = (name) => name.replace(/\.[0-9a-f]{8}\./, ".");
  for (const { url: key } of await cache.keys()) {
    const name = key.slice(root.href.length), other = names.find((n) => stem(n) === stem(name));
    if (!other || (other === name && stem(name) !== name)) continue;
    await cache.add(new Request(root + other, { cache: "no-cache" }));
    if (other !== name) await cache.delete(key);
  }
  await cache.put(url, now);
}
