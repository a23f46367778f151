// Any two to four countries side by side, from one file of this site; the choice stands in the address (#TGO+TUN).
(() => {
  "use strict";
  const box = document.getElementById("compare-any");
  if (!box) return;
  const most = 4, base = box.dataset.base, lang = document.documentElement.lang === "ee" ? "fr" : document.documentElement.lang;
  let data;

  const make = (tag, attrs, ...children) => {
    const e = document.createElement(tag);
    for (const [k, v] of Object.entries(attrs || {})) if (v !== undefined && v !== false) e.setAttribute(k, v === true ? "" : v);
    e.append(...children.filter((c) => c !== undefined));
    return e;
  };
  const link = (text, to) => make("a", { href: base + to }, text);
  // An address cut or typed by hand may hold a sign that nothing decodes: then it is read as it stands.
  const asked = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch (_) { return location.hash.slice(1); } };
  const chosen = () => asked().toUpperCase().split("+").filter((c, i, all) => data.countries[c] && all.indexOf(c) === i).slice(0, most);
  const number = (value, unit) => new Intl.NumberFormat(lang, { maximumFractionDigits: unit === "persons" || unit === "usd" ? 0 : 1 }).format(value);

  // The newest year that one source gives for every country; years and sources are never mixed.
  const common = (codes, i) => {
    const all = codes.map((c) => data.countries[c].f[i]);
    let best;
    for (const [source, values] of all[0]) {
      for (const year of Object.keys(values)) {
        const cells = all.map((series) => series.find(([s, v]) => s === source && year in v));
        if (cells.every(Boolean) && (!best || +year > best.year)) best = { year: +year, source, values: cells.map(([, v]) => v[year]) };
      }
    }
    return best;
  };

  const table = (codes, rows) => make("div", { class: "scroll", tabindex: "0" }, make("table", {},
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, data.texts.country), ...codes.map((c) => make("th", { scope: "col" }, link(data.countries[c].n, data.countries[c].u))))),
    make("tbody", {}, ...rows.map(([head, ...cells]) => make("tr", {}, make("th", { scope: "row" }, ...[].concat(head)), ...cells.map((c) => make("td", {}, ...[].concat(c))))))));

  const treaties = (codes) => data.treaties.map(([name, to, id], i) => [link(name, to), ...codes.map((c) => {
    const [status, year, list] = data.countries[c].t[i];
    const mark = make("span", { class: "mark " + data.marks[status] }, data.statuses[status]);
    return [make("a", { href: base + data.countries[c].u + "#" + id }, mark), year ? " " + year : list ? " " + data.lists[list - 1] : ""];
  })]);
  const zones = (codes) => data.zones.map(([name, to], i) => [link(name, to), ...codes.map((c) => data.texts[data.countries[c].z[i] ? "compare_member" : "compare_not_member"])])
    .filter((_, i) => codes.some((c) => data.countries[c].z[i]));
  const figures = (codes, cited) => data.indicators.map(([name, unit, kind], i) => {
    const found = common(codes, i);
    if (!found) return [name, ...codes.map(() => data.texts.compare_no_year)];
    if (!cited.includes(found.source)) cited.push(found.source);
    return [[name, make("small", { class: "line" }, `${found.year} · ${unit} [${cited.indexOf(found.source) + 1}]`)], ...found.values.map((v) => make("bdi", { dir: "ltr" }, number(v, kind)))];
  });
  const lists = (codes, key) => [[data.texts[key], ...codes.map((c) => {
    const country = data.countries[c];
    if (key === "law_there") return country.l.length ? make("ul", {}, ...country.l.map(([title, id]) => make("li", {}, link(title, country.u + "#" + id)))) : data.texts.not_known;
    return country.k ? [link(country.c.join(", "), country.k)] : data.texts.not_known;
  })]];

  const draw = () => {
    const codes = chosen(), out = box.querySelector("output");
    out.textContent = "";
    [...box.querySelectorAll("select")].forEach((s, i) => { s.value = codes[i] || ""; });
    if (codes.length < 2) { out.append(make("p", { class: "note" }, data.texts.compare_none)); return; }
    const cited = [], rows = figures(codes, cited);
    const title = (key) => make("h2", {}, data.texts[key]);
    const here = location.href.split("#")[0] + "#" + codes.join("+");
    out.append(
      make("p", {}, data.texts.compare_link + " ", make("a", { href: here }, here)),
      title("what_protects"), table(codes, treaties(codes)), title("zone_rights"), table(codes, zones(codes)),
      title("figures"), table(codes, rows), make("ol", { class: "sources" }, ...cited.map((s) => make("li", {}, data.sources[s]))), title("law_there"), table(codes, lists(codes, "law_there")),
      title("who_to_call"), table(codes, lists(codes, "who_to_call")));
  };

  const start = (loaded) => {
    data = loaded;
    const names = Object.entries(data.countries).map(([code, c]) => [code, c.n]).sort((a, b) => a[1].localeCompare(b[1], lang));
    const menus = Array.from({ length: most }, (_, i) => {
      const select = make("select", { id: "compare-" + i }, make("option", { value: "" }, "–"), ...names.map(([code, name]) => make("option", { value: code }, name)));
      select.addEventListener("change", () => {
        location.hash = menus.map((m) => m.value).filter((c, n, all) => c && all.indexOf(c) === n).join("+");
      });
      return select;
    });
    box.append(make("fieldset", { class: "filter" }, make("legend", {}, data.texts.compare_choose),
      ...menus.map((m, i) => make("label", { for: m.id }, `${i + 1}. `, m))), make("output", { class: "compared" }));
    addEventListener("hashchange", draw);
    draw();
  };
  // The file is fetched only when it is wanted: by the button, or by a link that names countries.
  const open = box.querySelector("button");
  const load = () => {
    open.disabled = true;
    fetch(box.dataset.file).then((r) => r.json()).then((loaded) => { open.remove(); start(loaded); }).catch(() => { open.disabled = false; });
  };
  box.hidden = false;
  open.addEventListener("click", load);
  if (location.hash.includes("+")) load();
})();
