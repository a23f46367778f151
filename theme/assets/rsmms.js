// Small help for pages that work without it: search on focus, sharing, copying, a country chosen in place, leaving fast.
(() => {
  "use strict";
  const me = document.currentScript, page = document.documentElement, root = new URL("..", me.src).href, near = (name) => new URL(name, me.src).href;
  const one = (s, root) => (root || document).querySelector(s), all = (s) => [...document.querySelectorAll(s)];
  const load = (src) => new Promise((done, failed) => { document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed })); });

  // Menus close with Escape or when another opens.
  const menus = all(".top details");
  menus.forEach((m) => m.addEventListener("toggle", () => m.open && menus.forEach((o) => { if (o !== m) o.open = false; })));
  addEventListener("keydown", (e) => {
    const open = e.key === "Escape" && menus.find((m) => m.open);
    if (open) { open.open = false; one("summary", open).focus(); }
  });

  // Search: the box appears with the script; the index and the engine load when it is first used.
  // From a memory card (file://) data comes as scripts, because nothing can be fetched there.
  const box = one(".search .box"), input = one("#q");
  const json = (name, url = `${root}donnees/${name}-${page.lang}.json`) => (location.protocol === "file:"
    ? load(url.replace(/json$/, "js")).then(() => window.rsmmsData[url.replace(/.*\/|\.json$/g, "")])
    : fetch(url).then((r) => (r.ok ? r.json() : Promise.reject(r.status))));
  // What is typed before they are there gets an answer at once; where they cannot come or run, the plain link comes back.
  if (box) {
    const link = one(".search .noscript"), found = one("#found");
    const wait = () => { found.hidden = !input.value.trim(); found.textContent = found.dataset.wait; };
    const failed = () => { input.removeEventListener("input", wait); found.textContent = ""; found.hidden = true; box.hidden = true; link.hidden = false; };
    box.hidden = false;
    link.hidden = true;
    input.addEventListener("input", wait);
    input.addEventListener("focus", () => menus.forEach((m) => { m.open = false; }));
    input.addEventListener("focus", () => {
      const ready = Promise.all([json("search"), load(near("%minisearch.js%"))]).then(([head]) => head), rest = ready.then(() => json("search-rest"));
      window.rsmmsSearch = { base: one(".brand").href, ready, rest, full: () => json("texte"), wait, failed };
      rest.catch(() => {});
      load(near("%search.js%")).catch(failed);
    }, { once: true });
  }

  // Sharing and copying.
  const say = (button, text) => { const was = button.textContent; button.textContent = text; setTimeout(() => { button.textContent = was; }, 2000); };
  // The text to pass on stands once, in the link that opens a text message.
  const sms = one(".share [href^=sms]"), text = sms && decodeURIComponent(sms.href.split("body=")[1]);
  const offer = (b, able, act) => { if (b && able) { b.hidden = false; b.addEventListener("click", act); } };
  const copy = one("[data-copy]"), share = one("[data-share]");
  offer(copy, navigator.clipboard, () => navigator.clipboard.writeText(text).then(() => say(copy, copy.dataset.done)));
  offer(share, navigator.share, () => navigator.share({ text }).catch(() => {}));
  all(".letter").forEach((l) => {
    const text = one("pre,div", l), b = one("button", l);
    if (b && text && navigator.clipboard) {
      b.hidden = false;
      b.addEventListener("click", () => navigator.clipboard.writeText(text.innerText).then(() => say(b, b.dataset.done)));
    }
  });

  // A difficult word opens its meaning in place, also where other links replace the page; a second tap closes it.
  document.addEventListener("click", (e) => {
    const word = e.target.closest("a.term"), next = word && word.nextElementSibling;
    if (!word || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (next && next.className === "meaning") next.remove();
    else word.after(Object.assign(document.createElement("span"), { className: "meaning", textContent: word.title }));
  });

  // Leaving fast: hide first, then replace, so that Back does not return here. Three times Escape does the same.
  const dangerous = document.body.hasAttribute("data-exit"), target = "%exit%", hide = () => { page.hidden = true; };
  const leave = () => { hide(); location.replace(target); };
  const open = (url) => (dangerous ? location.replace(url) : location.assign(url));
  if (dangerous) {
    page.classList.add("leaving");
    one(".exit").addEventListener("click", (e) => { e.preventDefault(); leave(); });
    let times = [];
    addEventListener("keydown", (e) => {
      if (e.key !== "Escape") return;
      times = [...times.filter((t) => e.timeStamp - t < 1500), e.timeStamp];
      if (times.length > 2) leave();
    });
  }
  // Discreet: links of a dangerous page replace it, so that it never stands in the way Back goes. A page from which
  // one was opened is marked in the browser's own list (nothing is stored); coming back to it from the neutral site
  // leaves at once. Where the browser has no such list, the links of the home page, of the list of situations and to
  // them replace too: these are the pages on the way.
  const paths = "%danger%".split(" ").filter(Boolean), nav = window.navigation;
  const onTheWay = (url) => /^([a-z]{2,3}\/)?(situations\/)?(index\.html)?$/.test(url.href.split(/[?#]/)[0].slice(root.length));
  const marks = nav && nav.updateCurrentEntry && "activation" in nav;
  document.addEventListener("click", (e) => {
    const a = e.target.closest("a[href]");
    if (!a || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || a.target || a.hasAttribute("download")) return;
    const url = new URL(a.href);
    if (url.protocol !== location.protocol || url.host !== location.host) return;
    const leads = paths.some((p) => url.pathname.includes(p));
    if (!dangerous && leads && marks) nav.updateCurrentEntry({ state: { left: true } });
    else if (dangerous || leads || (!marks && url.pathname !== location.pathname && (onTheWay(url) || onTheWay(location)))) { e.preventDefault(); location.replace(url); }
  });
  addEventListener("pageshow", () => {
    const here = marks && nav.currentEntry && nav.currentEntry.getState(), came = marks && nav.activation;
    if (!here || !here.left) return;
    if (came && came.navigationType === "traverse" && !came.from) { hide(); history.go(-nav.currentEntry.index - 1); setTimeout(leave, 300); } else nav.updateCurrentEntry({ state: null });
  });

  // A country chosen on a situation page opens in place; nothing is kept.
  const chooser = one(".chooser");
  // Wide screens have room beside the text: what is folded on a phone stands open.
  if (window.matchMedia("(min-width:60em)").matches) all(".toc,.chooser").forEach((fold) => { fold.open = true; });
  let chosen;
  if (chooser) chooser.addEventListener("click", async (e) => {
    const a = e.target.closest("a:not(.sos)");
    if (!a || location.protocol === "file:" || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    chosen = a;
    const wait = one(".choosing") || Object.assign(document.createElement("p"), { className: "note choosing" });
    wait.setAttribute("role", "status");
    wait.textContent = `${a.textContent}… ${one("#found").dataset.wait}`;
    chooser.before(wait);
    try {
      const url = new URL(a.href), answer = await fetch(url);
      if (!answer.ok) throw 0;
      // Of two taps the last one counts, whichever answer comes first.
      if (chosen !== a) return;
      const other = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = other.getElementById(chooser.dataset.situation), zones = other.getElementById("zones");
      const here = document.createElement("div");
      here.className = "here"; here.tabIndex = -1;
      // It stands right below the title of the page, so its headings are a level higher than on the page of the country.
      const named = (level, ...inside) => { const head = document.createElement(level); head.append(...inside); return head; };
      part.querySelectorAll("a[href]").forEach((l) => { l.href = new URL(l.getAttribute("href"), url).href; });
      part.querySelectorAll("h4").forEach((h) => h.replaceWith(named("h3", ...h.childNodes)));
      part.removeAttribute("id");
      here.append(named("h2", a.textContent), part);
      other.querySelectorAll("symbol").forEach((s) => { if (!document.getElementById(s.id)) one(".sprite").append(document.importNode(s, true)); });
      if (zones && zones.nextElementSibling) {
        const list = zones.nextElementSibling;
        list.querySelectorAll("a[href]").forEach((l) => { l.href = new URL(l.getAttribute("href"), url).href; });
        here.append(named("h3", zones.textContent), list);
      }
      const old = one(".here");
      if (old) old.remove();
      chooser.before(here);
      chooser.open = false;
      if (one(".deadlines", here)) load(near("%deadlines.js%"));
      wait.remove();
      here.focus();
      here.scrollIntoView();
    } catch (_) { open(a.href); }
  });

  // Reading aloud: only by a voice that lives on the phone, so that nothing is sent to be spoken.
  const ear = one("button[data-listen]");
  if (ear && window.speechSynthesis) {
    const voice = () => {
      const found = speechSynthesis.getVoices().find((v) => v.localService && v.lang.toLowerCase().startsWith(page.lang));
      ear.hidden = !found;
      return found;
    };
    voice();
    speechSynthesis.addEventListener("voiceschanged", voice);
    ear.addEventListener("click", () => { window.rsmmsVoice = voice; load(near("%listen.js%")); }, { once: true });
  }

  // Keeping pages for a time without network: only where a page offers it, only when the reader asks.
  if (one("button[data-keep]") && "caches" in window && "serviceWorker" in navigator) { window.rsmmsRoot = root; load(near("%keep.js%")); }

  // A place inside a fold is opened when an address names it; browsers since 2022 do so by themselves.
  const reveal = () => {
    const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1)), shut = [];
    for (let at = named; at; at = at.parentElement) if (at.tagName === "DETAILS" && !at.open) shut.push(at);
    shut.forEach((d) => { d.open = true; });
    if (shut.length) named.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // On paper everything that is folded lies open.
  const closed = [];
  addEventListener("beforeprint", () => all("main details:not([open])").forEach((d) => { d.open = true; closed.push(d); }));
  addEventListener("afterprint", () => closed.splice(0).forEach((d) => { d.open = false; }));

  // A copy kept on the phone: numbers that were checked long ago say so.
  const kept = one(".kept");
  if (kept) all(".card time, .reach time").forEach((t) => {
    if (Date.now() - Date.parse(t.dateTime) < kept.dataset.old * 864e5) return;
    t.after(" ", Object.assign(document.createElement("strong"), { className: "tbc", textContent: kept.dataset.check }));
  });
})();
