// "Keep this country", "keep this language", "erase": copies for a time without network, only on request.
// Everything lies in one cache; visited pages are never put there by themselves. What is said was tried before.
(() => {
  "use strict";
  const NAME = "rsmms", root = new URL(window.rsmmsRoot, location.href).href, language = document.documentElement.lang;
  const all = (s) => [...document.querySelectorAll(s)], status = document.querySelector(".keep-status"), words = status.dataset;
  const list = `${root}hors-ligne/${language}.json`, folder = new URL(document.querySelector(".brand").href).href.slice(root.length);
  const HASHED = /\.[0-9a-f]{8}\./, stem = (name) => name.replace(HASHED, ".");
  const anew = (url) => new Request(url, { cache: "no-cache", headers: { "cache-control": "max-age=0" } });
  const tell = (text) => { status.textContent = text; };

  async function fetchAll(cache, names, step) {
    let done = 0;
    const queue = [...names];
    const worker = async () => {
      for (let name = queue.shift(); name; name = queue.shift()) {
        if (!HASHED.test(name) || !(await cache.match(root + name))) await cache.add(anew(root + name));
        step(Math.round((100 * ++done) / names.length));
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
  }

  // Asks the worker for a page as if there were no network: true only if it gives one.
  const reads = async (path) => {
    const found = await navigator.serviceWorker.getRegistration(root), worker = found && found.active;
    if (!worker) return false;
    const channel = new MessageChannel();
    const answer = new Promise((done) => { channel.port1.onmessage = (e) => done(e.data); setTimeout(done, 10000, ""); });
    worker.postMessage(path, [channel.port2]);
    return /<h1/.test((await answer) || "");
  };
  const landing = (manifest, name) => folder + (manifest.packs[name][3] || "");

  async function keep(what) {
    tell(words.wait.replace("{percent}", 0));
    const answer = await fetch(anew(list)), manifest = await answer.clone().json(), cache = await caches.open(NAME);
    const packs = Object.keys(manifest.packs), chosen = what === "*" ? packs : [...manifest.always, what], address = (name) => manifest.packs[name][0];
    const listed = [...manifest.shared, ...packs.map(address)], wanted = new Set([...manifest.shared, ...chosen.map(address)]), gone = [];
    // What was kept before and has changed comes anew with it, so that one day holds for all copies.
    for (const key of await cache.keys()) {
      const name = key.url.slice(root.length), other = listed.find((n) => stem(n) === stem(name));
      if (other && other !== name) { wanted.add(other); gone.push(key); }
    }
    await fetchAll(cache, [...wanted], (percent) => tell(words.wait.replace("{percent}", percent)));
    await cache.put(list, answer);
    for (const key of gone) await cache.delete(key);
    await navigator.serviceWorker.register(`${root}sw.js`);
    await navigator.serviceWorker.ready;
    if (!(await reads(folder)) || !(await reads(landing(manifest, chosen[chosen.length - 1])))) throw new Error("not read back");
  }

  async function erase() {
    await caches.delete(NAME);
    for (const one of await navigator.serviceWorker.getRegistrations()) if (one.scope === root) await one.unregister();
    if (await caches.has(NAME)) throw new Error("not erased");
  }

  // What is kept in this language and opens, by name; the button of a kept country says so.
  async function show() {
    const cache = (await caches.has(NAME)) ? await caches.open(NAME) : null, found = cache ? await cache.match(list) : null;
    const manifest = found ? await found.json() : { packs: {} }, keys = cache ? (await cache.keys()).map((k) => k.url) : [];
    const has = (name) => keys.some((k) => k.startsWith(`${root}hors-ligne/${language}/${name}.`));
    const names = Object.keys(manifest.packs).filter(has), whole = names.length && names.length === Object.keys(manifest.packs).length;
    for (const b of all("button[data-keep]")) {
      const name = b.dataset.keep === "*" ? whole && "core" : names.includes(b.dataset.keep) && b.dataset.keep;
      if (name && (await reads(landing(manifest, name)))) b.textContent = b.dataset.done;
    }
    all(".kept-list").forEach((ul) => {
      ul.textContent = "";
      ul.append(...names.map((n) => Object.assign(document.createElement("li"), { textContent: manifest.packs[n][2] })));
    });
    all("[data-erase], .kept-part").forEach((b) => { b.hidden = !cache; });
  }

  const guard = (button, act, after) => async () => {
    button.disabled = true;
    try { await act(); tell(after); } catch (_) { tell(words.failed); }
    button.disabled = false;
    show();
  };
  all("button[data-keep]").forEach((b) => { b.hidden = false; b.addEventListener("click", guard(b, () => keep(b.dataset.keep), words.done)); });
  all("[data-erase]").forEach((b) => b.addEventListener("click", guard(b, erase, words.erased)));
  show();
})();
