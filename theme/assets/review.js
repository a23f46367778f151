// Gathers a reviewer's answers as plain text: "3 ok", or "3: better so". Nothing is sent or kept. Without script one writes them by hand.
(() => {
  "use strict";
  const all = (s) => Array.prototype.slice.call(document.querySelectorAll(s));
  const head = document.querySelector("[data-review]"), box = document.querySelector(".review-answers");
  if (!head || !box) return;
  const shown = box.querySelector("pre");
  const write = () => {
    const lines = [head.getAttribute("data-review")];
    all("[data-review-field]").forEach((i) => lines.push(i.getAttribute("data-review-field") + ": " + i.value.trim()));
    all("[data-good]").forEach((good) => {
      const number = good.getAttribute("data-good"), better = document.querySelector("[data-better='" + number + "']").value.trim();
      if (better) lines.push(number + ": " + better);
      else if (good.checked) lines.push(number + " ok");
    });
    shown.textContent = lines.join("\n");
  };
  all(".answer").concat([box]).forEach((e) => { e.hidden = false; });
  document.addEventListener("input", write);
  document.addEventListener("change", write);
  write();
})();
