// Reads the article aloud, piece by piece, with a voice that lives on the phone. Loaded on the first tap.
(() => {
  "use strict";
  const button = document.querySelector("button[data-listen]"), words = button.textContent, speech = window.speechSynthesis;
  const skip = ".trail, .note.sr, .share, .chooser, .sources, nav, .listen, [hidden], article [lang]";
  const pieces = () => [].concat(...[...document.querySelectorAll("article h1, article h2, article h3, article p, article li")]
    .filter((e) => !e.closest(skip) && !e.querySelector("p, li"))
    .map((e) => {
      const copy = e.cloneNode(true);
      copy.querySelectorAll(skip + ", .tbc").forEach((x) => x.remove());
      return copy.textContent.replace(/\s+/g, " ").trim().match(/.{1,200}(?:[.!?…:;](?=\s)|\s|$)/g) || [];
    }));
  const stop = () => { speech.cancel(); button.textContent = words; button.setAttribute("aria-pressed", "false"); };
  const start = () => {
    const voice = window.rsmmsVoice();
    if (!voice) return;
    speech.cancel();
    const list = pieces();
    list.forEach((text, i) => {
      const said = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 });
      if (i === list.length - 1) said.onend = stop;
      speech.speak(said);
    });
    button.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
  };
  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : start()));
  addEventListener("pagehide", () => speech.cancel());
  start();
})();
