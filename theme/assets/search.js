// Search on the phone: nothing typed leaves it, nor enters the address.
// Plan: emergencies, numbers, a treaty in a country → all words (beginnings, synonyms, small typos) → what people say in other languages
// → some words. What is only near to a word is never a hit: it is told as a guess. A plain script, so that it also runs from file://.
window.rsmmsSearch.ready.then((data) => {
  "use strict";
  const { base, full, rest, wait } = window.rsmmsSearch, text = data.text;
  const URL_ = 0, TITLE = 1, GROUP = 2, WORDS = 3, LEAD = 4, PLACES = 5, OTHERS = 6, LANG = 7, MORE = 8;
  const find = (id) => document.getElementById(id), found = find("found"), count = find("found-count"), input = find("q");
  // Browsers of 2018 know no classes of letters: there the marks and letters of the languages of this site are named.
  const signs = (known, plain, flags) => { try { return new RegExp(known, `${flags}u`); } catch (_) { return new RegExp(plain, flags); } };
  const APART = "[\\0-/:-@[-`{-\\xa9\\xab-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf×÷\\u2000-\\u206f]";
  const marks = signs("[\\p{M}\\p{Cf}]", "[\\xad\\u0300-\\u036f\\u061c\\u1dc0-\\u1dff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]", "g"), apart = signs("[^\\p{L}\\p{N}]+", `${APART}+`, "");
  const fold = (s) => s.toLowerCase().normalize("NFD").replace(marks, "").normalize("NFC").replace(/[^]/gu, (c) => data.fold[c] || c);
  const split = (s) => fold(s).split(apart).filter(Boolean);
  const flat = (lists) => [].concat(...lists);
  window.rsmmsSearch.fold = fold;

  const small = new Set(data.small), alarm = new Set(data.alarm), call = new Set(data.call), treaties = new Map();
  data.treaties.forEach(([id, code, ...written], place) => written.forEach((w) => { if (!treaties.has(w)) treaties.set(w, { id, code, place }); }));
  const synonyms = new Map();
  data.synonyms.forEach((g) => g.forEach((w) => synonyms.set(w, [...(synonyms.get(w) || []), ...g.filter((o) => o !== w)])));

  // The documents and what is known of them: first of the head, then of everything.
  let docs, mini, places, strict, country, phrases, whole = false;
  const entry = (d, id) => ({ id, title: d[TITLE], words: d[WORDS] || "", lead: d[LEAD] || "", others: Object.keys(d[OTHERS] || {}).map((l) => d[OTHERS][l]).join(" ") });
  const engine = () => new MiniSearch({ fields: ["title", "words", "lead", "others"], tokenize: split, processTerm: (t) => t });
  function know(listed, index) {
    docs = listed; mini = index; country = {}; phrases = new Map();
    docs.filter((d) => d[GROUP] === "p").forEach((d) => { country[d[PLACES]] = d; });
    // Countries by every name people use for them, longest first; a code, or a name that is also a word, counts alone or in capitals.
    const names = flat(Object.keys(country).map((code) => [country[code][TITLE], ...(country[code][WORDS] || "").split(", ")].map((n) => [split(n).join(" "), code])));
    places = names.filter(([n]) => n.length > 1 && !data.codes.includes(n)).sort((a, b) => b[0].length - a[0].length);
    strict = new Map([...Object.keys(country).map((code) => [code.toLowerCase(), code]), ...names.filter(([n]) => data.codes.includes(n))]);
    // What people say for a situation, word for word.
    const remember = (said, id, others) => said.forEach((p) => { const key = meant(p).join(" "); if (key && !phrases.has(key)) phrases.set(key, { id, others }); });
    docs.forEach((d, id) => d[GROUP] === "s" && remember([d[TITLE], ...(d[WORDS] || "").split(", ")], id, false));
    docs.forEach((d, id) => d[GROUP] === "s" && remember(flat(Object.keys(d[OTHERS] || {}).map((l) => d[OTHERS][l].split(", "))), id, true));
  }

  // "C143", "c. 143", "convention n° 143" and "c097" are one word of the index.
  const coded = signs("(^|[^\\p{L}\\p{N}])(?:convention|conv|c|oit|ilo)[\\s.\\-]*(?:n[\\s.]*[°ºo]?[\\s.]*)?0*(\\d{2,3})(?![\\p{L}\\p{N}])",
    `(^|${APART})(?:convention|conv|c|oit|ilo)[\\s.\\-]*(?:n[\\s.]*[°ºo]?[\\s.]*)?0*(\\d{2,3})(?![a-z0-9])`, "gi");
  const asked = (s) => s.replace(coded, "$1c$2");
  function meant(s) {
    const all = split(asked(s)), long = all.filter((t) => !small.has(t) && (t.length > 1 || /\d/.test(t)));
    return long.length ? long : all;
  }
  function countriesIn(query) {
    const all = ` ${split(asked(query)).join(" ")} `, codes = [];
    let left = all;
    const add = (code, name) => { left = left.replace(` ${name} `, "  "); if (!codes.some((c) => c.code === code)) codes.push({ code, place: all.indexOf(` ${name} `) }); };
    // Who writes everything in capitals says nothing by them, unless there is nothing but codes.
    const written = query.split(apart).filter(Boolean), code = (w) => strict.get(fold(w)), loud = (w) => w.toUpperCase() === w && w.toLowerCase() !== w;
    const meantSo = written.every(code) || !written.every((w) => loud(w) || /^\d+$/.test(w));
    for (const w of written) if (code(w) && (written.length === 1 || (loud(w) && meantSo))) add(code(w), fold(w));
    for (const [name, at] of places) if (left.includes(` ${name} `)) add(at, name);
    const words = left.split(" ").filter(Boolean), long = words.filter((t) => !small.has(t) && (t.length > 1 || /\d/.test(t)));
    // From where to where: countries in the order in which they were typed.
    return { codes: codes.sort((a, b) => a.place - b.place).map((c) => c.code), left: long.length || codes.length ? long : words };
  }

  const near = (rate) => (t) => (t.length > 4 && !/\d/.test(t) ? rate : false);
  // Short beginnings are only of the word that is being typed; after other words they begin no country: "à la fin" is not Finland.
  let last = "", single = true;
  const begins = (t) => t.length > 3 || (t.length > 1 && t === last);
  const begun = (r) => !single && last.length < 4 && docs[r.id][GROUP] === "p" && Object.keys(r.match).every((m) => m !== last && m.startsWith(last));
  const any = (t, fields, options) => mini.search(t, Object.assign({ fields, prefix: begins }, options)).length > 0;
  const CLOSE = 0.2, FAR = 0.4;
  // How a word is looked for: as it is, with small typos, or with the letters people type for others. Null for a word that no page has.
  function part(token, fields) {
    const also = synonyms.get(token) || [], queries = [token, ...also];
    const made = { queries, combineWith: "OR", prefix: (t) => t === token && begins(t), boostTerm: (t) => (t === token ? 1 : 0.6) };
    if (any(token, fields, {}) || also.some((s) => any(s, fields, { prefix: false }))) return Object.assign(made, { fuzzy: (t) => t === token && near(CLOSE)(t) });
    if (any(token, fields, { fuzzy: near(CLOSE) })) return Object.assign(made, { fuzzy: near(CLOSE) });
    for (const [from, to] of data.variants) {
      const other = token.split(from).join(to);
      if (other !== token && any(other, fields, { fuzzy: near(CLOSE) })) return Object.assign(made, { queries: [other], prefix: begins, fuzzy: near(CLOSE) });
    }
    return null;
  }
  const weight = { s: 1.7, p: 1.35, c: 1.25, t: 0.9, k: 0.9, g: 0.5, r: 0.6, m: 0.5, o: 1 };
  function ask(tokens, typed, how, fields, codes) {
    const queries = tokens.map((t) => part(t, fields)), known = queries.filter(Boolean);
    if (!known.length || (how === "AND" && known.length < tokens.length)) return [];
    const here = (d) => (d[PLACES] || "").split(" ").filter((p) => codes.includes(p)).length;
    const spelled = (d) => {
      const own = `${d[TITLE]} ${d[WORDS] || ""}`.toLowerCase();
      return (1 + 0.5 * typed.filter((w) => own.includes(w)).length / typed.length) * (d[TITLE].toLowerCase().startsWith(typed[0]) ? 1.3 : 1);
    };
    return mini.search({ combineWith: how, queries: known }, {
      fields, boost: { title: 3, words: 2 },
      filter: (r) => { const d = docs[r.id]; return !begun(r) && (!codes.length || !d[PLACES] || here(d) > 0); },
      boostDocument: (id) => { const d = docs[id]; return (weight[d[GROUP]] || 1) * (d[LANG] && d[LANG] !== data.lang ? 0.6 : 1) * spelled(d) * (1 + 2 * here(d)); },
    });
  }

  // True for "police" or "sos numéro", once the country is taken away.
  const calls = (left) => { const words = left.filter((t) => !call.has(t)); return words.length > 0 && words.every((t) => alarm.has(t)); };

  // A number as people paste it: with or without the country's own, with dots, spaces or 00.
  function numbered(query) {
    const digits = query.replace(/[\s().\-/]/g, "").replace(/^(?:\+|00)/, "");
    if (!/^\d{3,15}$/.test(digits)) return [];
    const local = digits.replace(/^0/, ""), same = (n) => n === digits || (local.length > 5 && n.endsWith(local));
    return flat(docs.map((d, id) => (d[GROUP] === "k" && (d[MORE] || "").split(" ").some(same) ? [{ id, score: 0 }] : [])));
  }

  const OWN = ["title", "words", "lead"], MOST = 40;
  function search(query) {
    const typed = query.toLowerCase().normalize("NFC").split(/[\s’']+/).filter((w) => w && !small.has(fold(w)));
    const { codes, left } = countriesIn(query), tokens = meant(query), results = [], seen = new Set(), sos = calls(left);
    const add = (listed, tier, others) => listed.forEach((r) => {
      if (seen.has(r.id)) return;
      // Words of the glossary come after pages; single numbers after the emergency card that shows them.
      // A treaty that is not named by its code comes after what one can do.
      const group = docs[r.id][GROUP], least = "gm".includes(group) || (sos && group === "k") ? 1500 : group === "t" && tier === 4000 ? 3900 : tier, own = Math.min(tier, least);
      seen.add(r.id);
      results.push({ id: r.id, score: r.score + own, tier: own, others });
    });
    if (!tokens.length) return { results, codes, left };
    single = tokens.length === 1 && typed.length === 1;
    last = tokens[tokens.length - 1];
    const lands = flat(docs.map((d, id) => (d[GROUP] === "p" && codes.includes(d[PLACES]) ? [{ id, score: 0 }] : [])));
    add(numbered(query), 6000);
    if (codes.length && !left.length) add(lands, codes.length > 1 ? 3000 : 4500);
    const said = phrases.get(left.join(" ")) || phrases.get(tokens.join(" "));
    if (codes.length > 1) add(flat(docs.map((d, id) => (d[GROUP] === "r" && codes.every((c) => d[PLACES].includes(c)) ? [{ id, score: d[PLACES].startsWith(codes[0]) ? 2 : 1 }] : []))), 3500);
    const all = ask(tokens, typed, "AND", OWN, []);
    // "syndicat tunis": a question for the phone book comes before any guide.
    if (codes.length && left.length) add(all.filter((r) => docs[r.id][GROUP] === "c" && codes.includes(docs[r.id][PLACES])), 5500);
    const named = left.map((t) => treaties.get(t)).filter(Boolean);
    if (named.length) add(flat(docs.map((d, id) => (d[GROUP] === "t" && named.some((t) => d[TITLE].startsWith(`${t.code} `)) ? [{ id, score: 0 }] : []))), 4600);
    if (said) add([{ id: said.id, score: 0 }], 5000, said.others);
    add(all, 4000);
    if (codes.length && left.length) add(ask(left, typed, "AND", OWN, codes), 3000);
    if (!results.some((r) => r.tier > 1500 && "sckrp".includes(docs[r.id][GROUP]))) add(ask(left.length ? left : tokens, typed, "AND", [...OWN, "others"], codes), 2000, true);
    if (results.length < 12 && left.length) {
      const some = ask(left, typed, "OR", OWN, codes);
      add(some.filter((r) => r.score > some[0].score * 0.4).slice(0, 12), 1000);
    }
    if (codes.length && left.length) add(lands, 900);
    // Many near-equal hits of one kind push no other kind out.
    const often = {};
    return { results: results.sort((a, b) => b.score - a.score).filter((r) => (often[docs[r.id][GROUP]] = (often[docs[r.id][GROUP]] || 0) + 1) <= MOST), codes, left };
  }
  // Where nothing is a hit: the three pages whose words are nearest, told as guesses.
  function guesses(query) {
    const tokens = meant(query).filter((t) => t.length > 3);
    const mild = tokens.map((t) => mini.search(t, { fields: ["title", "words"], fuzzy: FAR, prefix: (p) => p.length > 3, boost: { title: 2 }, boostDocument: (id) => weight[docs[id][GROUP]] || 1 }));
    const seen = new Map();
    flat(mild).filter((r) => "spct".includes(docs[r.id][GROUP])).forEach((r) => seen.set(r.id, (seen.get(r.id) || 0) + r.score));
    return [...seen].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([id]) => ({ id }));
  }

  const make = (tag, content, attributes) => { const e = Object.assign(document.createElement(tag), attributes || {}); if (content) e.append(...[].concat(content)); return e; };
  const say = (key, holder) => { holder.append(text[key]); if (data.french.includes(key)) holder.lang = "fr"; return holder; };
  const href = (url) => (location.protocol === "file:" ? base.replace(/index\.html$/, "") + url.replace(/(^|\/)(#|$)/, "$1index.html$2") : base + url);
  const go = (url, title, more) => make("a", title, Object.assign({ href: href(url) }, more));
  function link(result, codes) {
    const d = docs[result.id], a = go(d[URL_], d[TITLE]), li = make("li", a);
    if (d[LANG]) { a.lang = d[LANG]; if (d[LANG] !== data.lang) a.append(make("small", ` (${text.search_other.replace("{language}", data.languages[d[LANG]])})`)); }
    if (result.others && d[OTHERS]) {
      const where = Object.keys(d[OTHERS])[0];
      li.append(make("small", text.search_other.replace("{language}", Object.keys(d[OTHERS]).map((l) => data.languages[l]).join(", ") || where)));
    }
    if (d[GROUP] === "s") codes.forEach((code) => {
      if (country[code]) li.append(go(`${country[code][URL_]}droits/#${data.anchors[d[URL_]]}`, `${country[code][TITLE]} ›`, { className: "also" }));
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
    return page ? go(page[URL_], page[TITLE]) : say(folded[kind][0], go(folded[kind][1], ""));
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

  // "112", "police", "sos togo": the numbers of the country that is named or on whose page one is; else of every country, to choose from.
  const called = ([number, service]) => make("li", make("a", [`${service} `, make("bdi", number, { dir: "ltr" })], { href: `tel:${number}`, className: "call" }));
  function urgent(codes, left, query) {
    const short = query.replace(/\s/g, ""), number = /^\d{2,5}$/.test(short) ? short : "", has = (code) => data.urgent[code].some(([n]) => n === number);
    const all = Object.keys(data.urgent);
    if (!(number ? all.some(has) : calls(left))) return [];
    const here = all.filter((code) => location.pathname.includes(`/${country[code][URL_].split("/")[1]}/`)), named = codes.length ? codes : here;
    const known = named.filter((code) => data.urgent[code]), card = make("div", say("emergency", make("h2")), { className: "emergency alarm" });
    const numbers = (code) => make("ul", data.urgent[code].map(called), { className: "reach" });
    const title = (code) => go(`${country[code][URL_]}#urgences`, country[code][TITLE], { className: "also" });
    if (known.length) known.forEach((code) => card.append(make("h3", title(code)), numbers(code)));
    else if (named.length) return [];
    else {
      const sorted = all.sort((a, b) => country[a][TITLE].localeCompare(country[b][TITLE], data.lang));
      card.append(say("choose_country_for_help", make("p")), make("div", [...sorted.filter(has), ...sorted.filter((c) => !has(c))].map((code) => make("details", [make("summary", country[code][TITLE]), numbers(code)]))));
    }
    return [card];
  }
  // "C97 togo": the cell of the table, before anything else.
  function cells(codes, left) {
    const known = left.map((t) => treaties.get(t)).filter(Boolean);
    return flat(codes.map((code) => known.map((t) => make("li", [
      go(`${country[code][URL_]}#${t.id}`, `${country[code][TITLE]} – ${t.code}`), make("small", data.states[(country[code][MORE] || "")[t.place]] || ""),
    ]))));
  }

  const groups = [["s", "group_situation"], ["ck", "group_contacts"], ["p", "group_country"], ["t", "group_convention"], ["rgom", "group_other"]];
  const elsewhere = () => make("ul", [["nav_az", "a-z/"], ["nav_contacts", "contacts/"], ["international_contacts", "contacts/international/"]].map(([key, url]) => make("li", say(key, go(url, "")))));
  function show(query) {
    const { results, codes, left } = search(query);
    found.textContent = "";
    found.append(...urgent(codes, left, query));
    const exact = cells(codes, left);
    if (exact.length) found.append(say("group_convention", make("h2")), make("ul", exact));
    const parts = groups.map(([kinds, name]) => [name, results.filter((r) => kinds.includes(docs[r.id][GROUP]))]).filter(([, r]) => r.length);
    // A group of many near-equal hits comes after one that has a clear answer.
    const rank = ([, listed]) => listed[0].score - (folds(listed.filter((r) => docs[r.id][GROUP] === docs[listed[0].id][GROUP])) ? 600 : 0);
    parts.sort((a, b) => rank(b) - rank(a));
    for (const [name, listed] of parts) found.append(say(name, make("h2")), listOf(listed, codes));
    const nothing = !found.firstChild;
    if (whole === false) found.append(say("search_loading", make("p", "", { className: "note" })));
    else if (nothing) found.append(...none(query));
    if (whole === null) found.append(say("search_failed", make("p", "", { className: "note" })));
    if (query.trim().length > 2 && whole !== false) found.append(deeper(query));
    count.textContent = nothing && whole !== false ? text.search_none : told(results.length + exact.length);
  }
  function told(number) {
    return (number === 1 ? text.search_count_one : text.search_count).replace("{count}", number);
  }
  function none(query) {
    const guessed = guesses(query), said = [say("search_none", make("p"))];
    if (guessed.length) said.push(say("search_guess", make("p")), make("ul", guessed.map((g) => link(g, [])), { className: "guess" }));
    return [...said, elsewhere()];
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
  function inText(query) {
    const tokens = split(query).filter((t) => t.length > 1), hits = [], titles = new Map(docs.map((d) => [d[URL_], d[TITLE]]));
    for (const [url, body, plain] of pages) {
      const at = tokens.map((t) => ` ${plain}`.search(signs(`[^\\p{L}\\p{N}]${t}`, `${APART}${t}`, "")));
      if (at.every((i) => i >= 0)) hits.push([url, body, plain, Math.max(...at) - Math.min(...at), at[0]]);
    }
    hits.sort((a, b) => a[3] - b[3]);
    count.textContent = told(hits.length);
    if (!hits.length) return [say("search_none", make("p")), elsewhere()];
    const rows = hits.slice(0, 30).map(([url, body, plain, , at]) => {
      // The folded text may be shorter or longer than the shown one; the ratio finds the place again.
      const i = Math.max(0, Math.round(at * body.length / plain.length) - 60), cut = body.slice(i, i + 150).replace(/^\S*\s/, "");
      return make("li", [go(url, titles.get(url) || url), make("small", `… ${cut}…`)]);
    });
    return [say("search_in_text", make("h2", "", { tabIndex: -1 })), make("ul", rows)];
  }

  function update() {
    const empty = !input.value.trim();
    found.hidden = empty;
    if (empty) count.textContent = ""; else show(input.value);
  }
  const inner = (e) => (e.tagName === "SUMMARY" ? e.parentNode.parentNode : e).closest("details:not([open])");
  const reachable = () => [...found.querySelectorAll("a, summary, button")].filter((e) => !inner(e));
  input.removeEventListener("input", wait);
  input.addEventListener("input", update);
  input.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && input.value) { e.stopPropagation(); input.value = ""; update(); }
    if (e.key === "ArrowDown" || e.key === "Enter") { const first = reachable()[0]; if (first && !found.hidden) { e.preventDefault(); first.focus(); } }
  });
  found.addEventListener("keydown", (e) => {
    const links = reachable(), here = links.indexOf(document.activeElement), next = { ArrowDown: here + 1, ArrowUp: here - 1 }[e.key];
    if (e.key === "Escape" || next === -1) { e.preventDefault(); e.stopPropagation(); input.focus(); } else if (links[next]) { e.preventDefault(); links[next].focus(); }
  });
  window.rsmmsSearch.search = (query) => search(query).results.map((r) => docs[r.id][URL_]);

  const head = data.docs.map((d) => d.slice()), first = engine();
  first.addAll(head.map(entry));
  know(head, first);
  update();
  // Then the rest, a few pages at a time so that typing is answered meanwhile. Who is among the results already is not disturbed.
  const arrived = (state) => { whole = state; window.rsmmsSearch.whole = true; if (!found.contains(document.activeElement)) update(); };
  rest.then((more) => {
    data.docs.forEach((d) => { if (more.others[d[URL_]]) { while (d.length < LANG) d.push(""); d[OTHERS] = more.others[d[URL_]]; } });
    const all = [...data.docs, ...more.docs], index = engine();
    return index.addAllAsync(all.map(entry), { chunkSize: 25 }).then(() => { know(all, index); arrived(true); });
  }).catch(() => arrived(null));
}).catch(() => window.rsmmsSearch.failed());
