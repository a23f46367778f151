// Finds a title in the list of sheets while one types: accents and Ewe letters do not matter. Without script there is no box.
(() => {
  "use strict";
  const box = document.querySelector("input[data-filter]"), status = document.querySelector("[data-filter-status]");
  if (!box || !status) return;
  // The folding of rsmms/language/fold.py; the letters that Unicode does not take apart come with the page.
  const letters = {};
  box.dataset.fold.split(" ").forEach((pair) => { letters[pair[0]] = pair.slice(1); });
  // Browsers of 2018 know no classes of letters: there the marks and letters of the languages of this site are named.
  const signs = (known, plain) => { try { return new RegExp(known, "gu"); } catch (_) { return new RegExp(plain, "g"); } };
  const marks = signs("[\\p{M}\\p{Cf}]", "[\\xad\\u0300-\\u036f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]"), between = signs("[^\\p{L}\\p{N}]+", "[\\0-/:-@[-`{-\\xbf×÷\\u2000-\\u206f]+");
  const fold = (s) => s.toLowerCase().normalize("NFD").replace(marks, "").normalize("NFC").replace(/./gu, (c) => letters[c] || c);
  // A part is a fold with its titles, or a list of titles that is in no fold.
  const parts = [...document.querySelectorAll("article details, article ul")].filter((d) => d.querySelector("li[data-words]") && !d.parentNode.closest("details"));
  const items = parts.map((d) => [...d.querySelectorAll("li[data-words]")]);
  const heads = [...document.querySelectorAll("article h2")];
  const under = heads.map((h) => parts.filter((p) => heads.filter((o) => o.compareDocumentPosition(p) & 4).pop() === h));
  let opened = null;

  const run = () => {
    const words = fold(box.value).split(between).filter(Boolean);
    if (words.length && !opened) opened = parts.map((p) => p.open);
    let count = 0;
    parts.forEach((part, n) => {
      const found = items[n].filter((item) => {
        item.hidden = !words.every((w) => item.dataset.words.includes(w));
        return !item.hidden;
      });
      count += found.length;
      part.hidden = !found.length;
      if (opened) part.open = words.length ? found.length > 0 : opened[n];
    });
    heads.forEach((head, n) => { head.hidden = under[n].length > 0 && under[n].every((p) => p.hidden); });
    if (!words.length) opened = null;
    status.textContent = words.length ? (count ? status.dataset.found.replace("{count}", count) : status.dataset.none) : "";
  };
  box.closest("[hidden]").hidden = false;
  box.addEventListener("input", run);
  if (box.value) run();
})();
