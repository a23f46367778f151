// Search on the phone: nothing typed leaves it, nor enters the address.
// Plan: all words (prefixes, small typos) → some words → wider typos.
const { index, engine, base, az } = window.rsmmsSearch;
const [{ default: MiniSearch }, data] = await Promise.all([import(engine), fetch(index).then((r) => r.json())]);

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")
  .replace(/./gu, (c) => data.fold[c] || c);
const tokenize = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const docs = data.docs.map((d, id) => ({ id, title: d[1], words: d[3], lead: d[4] }));
const mini = new MiniSearch({ fields: ["title", "words", "lead"], tokenize, processTerm: (t) => t, searchOptions: { boost: { title: 3, words: 2 } } });
mini.addAll(docs);

const exact = (id, query) => (data.docs[id][1] + " " + data.docs[id][3]).toLowerCase().includes(query) ? 1.5 : 1;
const weight = { s: 1.4, p: 1.3, c: 1.1, t: 1.2, o: 1 };

function search(query) {
  const typed = query.trim().toLowerCase().normalize("NFC"), code = /^\s*c\s?0*(\d+)\s*$/i.exec(query);
  const asked = code ? "c" + code[1] : query;
  const options = { prefix: (t) => t.length > 1, boostDocument: (id) => weight[data.docs[id][2]] * exact(id, typed) };
  const near = (rate) => (t) => (t.length > 4 && !/\d/.test(t) ? rate : false);
  const plans = [{ combineWith: "AND", fuzzy: near(0.2) }, { combineWith: "OR", fuzzy: near(0.2) }, { combineWith: "OR", fuzzy: near(0.34) }];
  for (const plan of plans) {
    const found = mini.search(asked, { ...options, ...plan });
    if (found.length) return found.slice(0, 24);
  }
  return [];
}

const found = document.getElementById("found"), count = document.getElementById("found-count"), input = document.getElementById("q");
const text = data.text, groups = [["s", text.group_situation], ["c", text.group_contacts], ["p", text.group_country], ["t", text.group_convention], ["o", text.group_other]];
const PER_GROUP = 5;

function link(doc) {
  const a = document.createElement("a"), li = document.createElement("li");
  a.href = base + doc[0];
  a.textContent = doc[1];
  if (doc[5]) { a.lang = doc[5]; a.append(` (${text.language_missing})`); }
  li.append(a);
  return li;
}

function show(results) {
  found.replaceChildren();
  const byGroup = groups.map(([key, name]) => [name, results.filter((r) => data.docs[r.id][2] === key)]).filter(([, r]) => r.length);
  byGroup.sort((a, b) => b[1][0].score - a[1][0].score);
  for (const [name, listed] of byGroup) {
    const h = document.createElement("h2"), ul = document.createElement("ul");
    h.textContent = name;
    ul.append(...listed.slice(0, PER_GROUP).map((r) => link(data.docs[r.id])));
    found.append(h, ul);
  }
  if (!results.length) {
    const p = document.createElement("p"), a = document.createElement("a");
    a.href = az; a.textContent = text.search_none;
    p.append(a);
    found.append(p);
  }
  count.textContent = text.search_count.replace("{count}", results.length);
}

function update() {
  const empty = !input.value.trim();
  found.hidden = empty;
  input.setAttribute("aria-expanded", String(!empty));
  if (!empty) show(search(input.value));
}

input.addEventListener("input", update);
input.addEventListener("keydown", (e) => {
  if (e.key === "Escape") { input.value = ""; update(); }
  if (e.key === "ArrowDown") { const first = found.querySelector("a"); if (first) { e.preventDefault(); first.focus(); } }
});
found.addEventListener("keydown", (e) => {
  const links = [...found.querySelectorAll("a")], here = links.indexOf(document.activeElement);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1 }[e.key];
  if (e.key === "Escape" || next === -1) { e.preventDefault(); input.focus(); } else if (next !== undefined && links[next]) { e.preventDefault(); links[next].focus(); }
});
update();
