// A quiz scored on the device: the choices become buttons, a choice opens its answer. Nothing is kept or sent.
(() => {
  "use strict";
  document.querySelectorAll(".quiz").forEach((quiz) => {
    const questions = [...quiz.querySelectorAll(".question")], texts = quiz.dataset;
    const score = document.createElement("p"), again = document.createElement("button");
    score.className = "score"; score.setAttribute("role", "status");
    again.type = "button"; again.className = "button"; again.hidden = true; again.textContent = texts.again;

    const count = () => {
      const done = questions.filter((q) => q.dataset.done).length;
      const right = questions.filter((q) => q.dataset.done === "right").length;
      score.textContent = done ? texts.score.replace("{right}", right).replace("{total}", questions.length) : "";
      again.hidden = !done;
    };

    questions.forEach((question) => {
      const answer = question.querySelector("details"), said = document.createElement("p");
      said.className = "said"; said.setAttribute("role", "status");
      question.insertBefore(said, answer);
      question.querySelectorAll(".choices li").forEach((item) => {
        const button = document.createElement("button");
        button.type = "button"; button.className = "button";
        button.append(...item.childNodes);
        item.append(button);
        button.addEventListener("click", () => {
          if (question.dataset.done) return;
          const right = item.hasAttribute("data-right");
          question.dataset.done = right ? "right" : "wrong";
          question.querySelectorAll(".choices button").forEach((b) => {
            b.disabled = true;
            if (b.parentNode.hasAttribute("data-right")) b.classList.add("right");
          });
          if (!right) button.classList.add("wrong");
          said.textContent = right ? texts.right : texts.wrong;
          answer.open = true;
          count();
        });
      });
    });

    again.addEventListener("click", () => {
      questions.forEach((question) => {
        delete question.dataset.done;
        question.querySelector("details").open = false;
        question.querySelector(".said").textContent = "";
        question.querySelectorAll(".choices button").forEach((b) => { b.disabled = false; b.classList.remove("right", "wrong"); });
      });
      count();
      questions[0].querySelector("button").focus();
    });
    quiz.append(score, again);
  });
})();
