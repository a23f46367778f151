// Search on the phone: nothing typed leaves it, nor enters the address.
// Plan: all words (beginnings, synonyms, small typos) → what people say in other languages → some words → wider typos → where else to look.
// A plain script, not a module, so that it also runs from a memory card (file://).
window.rsmmsSearch.ready.then((data) => {
  "use strict";
  const { base, full } = window.rsmmsSearch, text = data.text, TITLE = 1, GROUP = 2, WORDS = 3, LEAD = 4, PLACES = 5, OTHERS = 6, LANG = 7;
  const find = (id) => document.getElementById(id), found = find("found"), count = find("found-count"), input = find("q");
  const fold = (s) => s.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").replace(/./gu, (c) => data.fold[c] || c);
  const split = (s) => fold(s).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  window.rsmmsSearch.fold = fold;

  const docs = data.docs;
  const mini = new MiniSearch({ fields: ["title", "words", "lead", "others"], tokenize: split, processTerm: (t) => t });
  mini.addAll(docs.map((d, id) => ({ id, title: d[TITLE], words: d[WORDS] || "", lead: d[LEAD] || "", others: Object.values(d[OTHERS] || {}).join(" ") })));
  const synonyms = new Map();
  data.synonyms.forEach((g) => g.forEach((w) => synonyms.set(w, [...(synonyms.get(w) || []), ...g.filter((o) => o !== w)])));
  // Countries by every name people use for them, longest first.
  const places = docs.filter((d) => d[GROUP] === "p").flatMap((d) => [d[TITLE], ...d[WORDS].split(", ")].map((n) => [split(n).join(" "), d[PLACES]]))
    .filter(([n]) => n.length > 2).sort((a, b) => b[0].length - a[0].length);

  // "C143", "c. 143", "convention n° 143" and "c097" are one word of the index.
  const asked = (s) => s.replace(/(^|[^\p{L}\p{N}])(?:convention|conv|c|oit|ilo)[\s.\-]*(?:n[\s.]*[°ºo]?[\s.]*)?0*(\d{2,3})(?![\p{L}\p{N}])/giu, "$1c$2");
  const wordsOf = (s) => { const all = split(asked(s)), long = all.filter((t) => t.length > 1 || /\d/.test(t)); return long.length ? long : all; };
  function countriesIn(tokens) {
    let left = ` ${tokens.join(" ")} `;
    const codes = [];
    for (const [name, code] of places) if (left.includes(` ${name} `)) { left = left.replace(` ${name} `, " "); if (!codes.includes(code)) codes.push(code); }
    return { codes, rest: left.split(" ").filter(Boolean) };
  }

  const near = (rate) => (t) => (t.length > 4 && !/\d/.test(t) ? rate : false);
  const begins = (t) => t.length > 1;
  const any = (t, fields, options) => mini.search(t, { fields, prefix: begins, ...options }).length > 0;
  // How a word is looked for: as it is, with small typos, with wide typos, or with the letters people type for others.
  function part(token, fields) {
    const also = synonyms.get(token) || [], queries = [token, ...also];
    const made = { queries, combineWith: "OR", prefix: (t) => t === token && begins(t), boostTerm: (t) => (t === token ? 1 : 0.6) };
    if (any(token, fields, {}) || also.some((s) => any(s, fields, { prefix: false }))) return { ...made, fuzzy: (t) => t === token && near(0.2)(t) };
    for (const rate of [0.2, 0.34]) if (any(token, fields, { fuzzy: near(rate) })) return { ...made, fuzzy: near(rate) };
    for (const [from, to] of data.variants) {
      const other = token.replaceAll(from, to);
      if (other !== token && any(other, fields, { fuzzy: near(0.2) })) return { ...made, queries: [other], prefix: begins, fuzzy: near(0.2) };
    }
    return null;
  }
  const weight = { s: 1.7, p: 1.35, c: 1.25, t: 1.2, k: 0.9, g: 0.5, r: 0.6, m: 0.5, o: 1 };
  // What people say for a situation, word for word.
  const phrases = new Map();
  const remember = (listed, id, others) => listed.forEach((p) => { const key = wordsOf(p).join(" "); if (!phrases.has(key)) phrases.set(key, { id, others }); });
  docs.forEach((d, id) => d[GROUP] === "s" && remember([d[TITLE], ...(d[WORDS] || "").split(", ")], id, false));
  docs.forEach((d, id) => d[GROUP] === "s" && remember(Object.values(d[OTHERS] || {}).flatMap((o) => o.split(", ")), id, true));
  function ask(tokens, typed, how, fields, codes) {
    const queries = tokens.map((t) => part(t, fields)), known = queries.filter(Boolean);
    if (!known.length || (how === "AND" && known.length < tokens.length)) return [];
    const here = (d) => (d[PLACES] || "").split(" ").filter((p) => codes.includes(p)).length;
    const spelled = (d) => { const own = `${d[TITLE]} ${d[WORDS] || ""}`.toLowerCase(); return 1 + 0.5 * typed.filter((w) => own.includes(w)).length / typed.length; };
    return mini.search({ combineWith: how, queries: known }, {
      fields, boost: { title: 3, words: 2 },
      filter: codes.length ? (r) => { const d = docs[r.id]; return !d[PLACES] || here(d) > 0; } : undefined,
      boostDocument: (id) => { const d = docs[id]; return (weight[d[GROUP]] || 1) * spelled(d) * (1 + 2 * here(d)); },
    });
  }

  const OWN = ["title", "words", "lead"], MOST = 60;
  function search(query) {
    const typed = query.toLowerCase().normalize("NFC").split(/[\s’']+/).filter(Boolean), tokens = wordsOf(query), { codes, rest } = countriesIn(tokens);
    const results = [], seen = new Set();
    const add = (listed, tier, others) => listed.forEach((r) => {
      if (seen.has(r.id)) return;
      const own = "gm".includes(docs[r.id][GROUP]) ? Math.min(tier, 1500) : tier;
      seen.add(r.id);
      results.push({ id: r.id, score: r.score + own, tier: own, others });
    });
    if (!tokens.length) return { results, codes };
    const whole = phrases.get((rest.length ? rest : tokens).join(" "));
    if (codes.length > 1) add(docs.flatMap((d, id) => (d[GROUP] === "r" && codes.every((c) => d[PLACES].includes(c)) ? [{ id, score: d[PLACES].startsWith(codes[0]) ? 2 : 1 }] : [])), 3500);
    const all = ask(tokens, typed, "AND", OWN, []);
    // "syndicat tunis": a question for the phone book comes before any guide.
    if (codes.length && rest.length) add(all.filter((r) => docs[r.id][GROUP] === "c" && codes.includes(docs[r.id][PLACES])), 5500);
    if (whole) add([{ id: whole.id, score: 0 }], 5000, whole.others);
    add(all, 4000);
    if (codes.length && rest.length) add(ask(rest, typed, "AND", OWN, codes), 3000);
    if (!results.some((r) => r.tier > 1500 && "sckrp".includes(docs[r.id][GROUP]))) add(ask(codes.length && rest.length ? rest : tokens, typed, "AND", [...OWN, "others"], codes), 2000, true);
    if (results.length < 12) {
      const some = ask(rest.length ? rest : tokens, typed, "OR", OWN, codes);
      add(some.filter((r) => r.score > some[0].score * 0.4).slice(0, 12), 1000);
    }
    if (codes.length && rest.length) add(docs.flatMap((d, id) => (d[GROUP] === "p" && codes.includes(d[PLACES]) ? [{ id, score: 0 }] : [])), 900);
    return { results: results.sort((a, b) => b.score - a.score).slice(0, MOST), codes };
  }

  const make = (tag, content, attributes) => { const e = Object.assign(document.createElement(tag), attributes || {}); if (content) e.append(...[].concat(content)); return e; };
  const say = (key, holder) => { holder.append(text[key]); if (data.french.includes(key)) holder.lang = "fr"; return holder; };
  const href = (url) => (location.protocol === "file:" ? base.replace(/index\.html$/, "") + url.replace(/(^|\/)(#|$)/, "$1index.html$2") : base + url);
  function link(result, codes) {
    const d = docs[result.id], a = make("a", d[TITLE], { href: href(d[0]) }), li = make("li", a);
    if (d[LANG]) { a.lang = d[LANG]; if (d[LANG] !== data.lang) a.append(make("small", ` (${text.search_other.replace("{language}", data.languages[d[LANG]])})`)); }
    if (result.others && d[OTHERS]) {
      const where = Object.keys(d[OTHERS])[0];
      li.append(make("small", text.search_other.replace("{language}", Object.keys(d[OTHERS]).map((l) => data.languages[l]).join(", ") || where)));
    }
    if (d[GROUP] === "s") codes.forEach((code) => {
      const country = docs.find((o) => o[GROUP] === "p" && o[PLACES] === code);
      if (country) li.append(make("a", `${country[TITLE]} ›`, { href: href(`${country[0]}droits/#${data.anchors[d[0]]}`), className: "also" }));
    });
    return li;
  }

  // Near-equal hits (routes, contacts, countries) fold into one line once there are many of them.
  const FOLD_FROM = 4, PER_GROUP = 6;
  const folded = { r: ["nav_routes", "routes/"], k: ["nav_contacts", "contacts/"], c: ["nav_contacts", "contacts/"], p: ["group_country", "pays/"] };
  const clear = (all) => { const last = all[Math.min(all.length, FOLD_FROM) - 1]; return all.filter((r) => r.tier > last.tier || r.score - r.tier > 1.6 * (last.score - last.tier)).length; };
  const folds = (all) => folded[docs[all[0].id][GROUP]] && all.length >= FOLD_FROM && !clear(all) && !all.every((r) => docs[r.id][PLACES] === docs[all[0].id][PLACES]);
  // Where a folded group is listed whole: the contacts of the one country they are in, or the list of all.
  function listing(kind, all) {
    const place = docs[all[0].id][PLACES], page = kind === "k" && place && all.every((r) => docs[r.id][PLACES] === place) && docs.find((d) => d[GROUP] === "c" && d[PLACES] === place);
    return page ? make("a", page[TITLE], { href: href(page[0]) }) : say(folded[kind][0], make("a", "", { href: href(folded[kind][1]) }));
  }
  function listOf(results, codes) {
    const ul = make("ul"), byKind = {};
    results.forEach((r) => (byKind[docs[r.id][GROUP]] = byKind[docs[r.id][GROUP]] || []).push(r));
    const kinds = Object.keys(byKind).sort((a, b) => byKind[b][0].score - byKind[a][0].score);
    for (const kind of kinds) {
      const all = byKind[kind], many = folded[kind] && all.length >= FOLD_FROM, ahead = many ? clear(all) : ({ m: 2, o: 4 }[kind] || PER_GROUP);
      ul.append(...all.slice(0, ahead).map((r) => link(r, codes)));
      const more = all.slice(ahead);
      if (!more.length) continue;
      const summary = make("summary");
      if (many && !ahead) { say(folded[kind][0], summary); summary.append(` (${more.length})`); } else { say("search_more", summary); summary.textContent = summary.textContent.replace("{count}", more.length); }
      const inside = make("ul", more.map((r) => link(r, codes)));
      if (many && !ahead && !(kind === "k" && byKind.c)) ul.append(make("li", listing(kind, all)));
      ul.append(make("li", make("details", [summary, inside])));
    }
    return ul;
  }

  const groups = [["s", "group_situation"], ["ck", "group_contacts"], ["p", "group_country"], ["t", "group_convention"], ["rgom", "group_other"]];
  const elsewhere = () => make("ul", [["nav_az", "a-z/"], ["nav_contacts", "contacts/"], ["international_contacts", "contacts/international/"]].map(([key, url]) => make("li", say(key, make("a", "", { href: href(url) })))));
  function show(query) {
    const { results, codes } = search(query);
    found.replaceChildren();
    const parts = groups.map(([kinds, name]) => [name, results.filter((r) => kinds.includes(docs[r.id][GROUP]))]).filter(([, r]) => r.length);
    // A group of many near-equal hits comes after one that has a clear answer.
    const rank = ([, listed]) => listed[0].score - (folds(listed.filter((r) => docs[r.id][GROUP] === docs[listed[0].id][GROUP])) ? 600 : 0);
    parts.sort((a, b) => rank(b) - rank(a));
    for (const [name, listed] of parts) found.append(say(name, make("h2")), listOf(listed, codes));
    if (!results.length) found.append(say("search_none", make("p")), elsewhere());
    if (query.trim().length > 2) found.append(deeper(query));
    count.textContent = text.search_count.replace("{count}", results.length);
  }

  // Second step: every word of every page, fetched only when asked for.
  let pages;
  function deeper(query) {
    const button = say(pages ? "search_in_text" : "search_all_text", make("button", "", { type: "button", className: "button" }));
    button.addEventListener("click", async () => {
      button.disabled = true;
      try { pages = pages || (await full()).map(([url, body]) => [url, body, fold(body)]); } catch (_) { say("search_failed", button).disabled = false; return; }
      button.replaceWith(...inText(query));
    });
    return button;
  }
  const titles = new Map(docs.map((d) => [d[0], d[TITLE]]));
  function inText(query) {
    const tokens = split(query).filter((t) => t.length > 1), hits = [];
    for (const [url, body, plain] of pages) {
      const at = tokens.map((t) => plain.search(new RegExp(`(?<![\\p{L}\\p{N}])${t}`, "u")));
      if (at.every((i) => i >= 0)) hits.push([url, body, plain, Math.max(...at) - Math.min(...at), at[0]]);
    }
    hits.sort((a, b) => a[3] - b[3]);
    count.textContent = text.search_count.replace("{count}", hits.length);
    if (!hits.length) return [say("search_none", make("p")), elsewhere()];
    const rows = hits.slice(0, 30).map(([url, body, plain, , at]) => {
      // The folded text may be shorter or longer than the shown one; the ratio finds the place again.
      const i = Math.max(0, Math.round(at * body.length / plain.length) - 60), cut = body.slice(i, i + 150).replace(/^\S*\s/, "");
      return make("li", [make("a", titles.get(url) || url, { href: href(url) }), make("small", `… ${cut}…`)]);
    });
    return [say("search_in_text", make("h2", "", { tabIndex: -1 })), make("ul", rows)];
  }

  function update() {
    const empty = !input.value.trim();
    found.hidden = empty;
    if (empty) count.textContent = ""; else show(input.value);
  }
  const reachable = () => [...found.querySelectorAll("a, summary, button")].filter((e) => e.checkVisibility ? e.checkVisibility() : e.offsetParent);
  input.addEventListener("input", update);
  input.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && input.value) { e.stopPropagation(); input.value = ""; update(); }
    if (e.key === "ArrowDown" || e.key === "Enter") { const first = reachable()[0]; if (first && !found.hidden) { e.preventDefault(); first.focus(); } }
  });
  found.addEventListener("keydown", (e) => {
    const links = reachable(), here = links.indexOf(document.activeElement), next = { ArrowDown: here + 1, ArrowUp: here - 1 }[e.key];
    if (e.key === "Escape" || next === -1) { e.preventDefault(); e.stopPropagation(); input.focus(); } else if (links[next]) { e.preventDefault(); links[next].focus(); }
  });
  window.rsmmsSearch.search = (query) => search(query).results.map((r) => docs[r.id][0]);
  update();
}).catch(() => {
  const box = document.getElementById("found"), az = document.querySelector(".search .noscript").cloneNode(true);
  az.hidden = false; box.hidden = false; box.replaceChildren(az);
});
