// The last day of a time limit, as a date in the words of the site, and a reminder. Nothing is kept, sent or put in the address.
(() => {
  "use strict";
  const DAY = 864e5;
  const weekday = (time) => (new Date(time).getUTCDay() + 6) % 7;
  const later = (time, months) => {
    const from = new Date(time), all = from.getUTCFullYear() * 12 + from.getUTCMonth() + months;
    const year = Math.floor(all / 12), month = all % 12, last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Date.UTC(year, month, Math.min(from.getUTCDate(), last));
  };
  const working = (start, limit, rest) => {
    let time = start, left = limit - (rest.includes(weekday(start)) ? 0 : 1);
    while (left > 0) { time += DAY; left -= rest.includes(weekday(time)) ? 0 : 1; }
    return time;
  };
  const counted = (start, limit, unit, rest) => {
    if (unit === "days") return start + (limit - 1) * DAY;
    if (unit === "working_days") return working(start, limit, rest);
    return later(start, limit * (unit === "years" ? 12 : 1)) - DAY;
  };
  // The rule of rsmms/joins/deadlines.py, on times at midnight UTC: never later than the law, and not on a closed day.
  const lastDay = (start, limit, unit, rest, closed) => {
    let time = counted(start, limit, unit, rest);
    while (closed.includes(weekday(time))) time -= DAY;
    return Math.max(start, time);
  };
  window.rsmmsLastDay = lastDay;

  const make = (tag, props, ...inside) => { const made = Object.assign(document.createElement(tag), props); made.append(...inside); return made; };
  const numbers = (text) => (text ? text.split(",").map(Number) : []);
  const two = (number) => String(number).padStart(2, "0");
  const plain = (day) => `${day.getUTCFullYear()}${two(day.getUTCMonth() + 1)}${two(day.getUTCDate())}`;
  // A whole day with alarms in whole days: a time of day would be lost, and a name could betray the reader.
  const reminder = (time, title) => {
    const id = [...crypto.getRandomValues(new Uint8Array(12))].map((n) => two(n.toString(16))).join("");
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const alarms = ["P7D", "P1D"].map((before) => `BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:${title}\r\nTRIGGER:-${before}\r\nEND:VALARM\r\n`).join("");
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//RSMMS//rights//FR\r\nBEGIN:VEVENT\r\n"
      + `UID:${id}\r\nDTSTAMP:${stamp}\r\nDTSTART;VALUE=DATE:${plain(new Date(time))}\r\nDTEND;VALUE=DATE:${plain(new Date(time + DAY))}\r\n`
      + `SUMMARY:${title}\r\nTRANSP:TRANSPARENT\r\n${alarms}END:VEVENT\r\nEND:VCALENDAR\r\n`;
  };

  const choice = (label, values) => {
    const list = make("select", {}, make("option", { value: "", textContent: "–" }), ...values.map(([value, text]) => make("option", { value, textContent: text })));
    list.setAttribute("aria-label", label);
    return list;
  };
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => [from + n, String(from + n)]);

  const clock = (box, texts) => {
    const months = texts.months.split("|"), now = new Date(), today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const lists = [
      choice(texts.day, range(1, 31)), choice(texts.month, months.map((name, n) => [n, name])),
      choice(texts.year, range(now.getFullYear() - 6, now.getFullYear() + 1).reverse()),
    ];
    const said = make("output", {});
    const show = () => {
      const [day, month, year] = lists.map((list) => (list.value === "" ? NaN : +list.value));
      said.textContent = "";
      if (Number.isNaN(day + month + year)) return;
      const start = Date.UTC(year, month, day);
      if (new Date(start).getUTCMonth() !== month) { said.textContent = texts.none; return; }
      const time = lastDay(start, +box.dataset.limit, box.dataset.unit, numbers(box.dataset.out), numbers(box.dataset.closed)), last = new Date(time);
      const date = [last.getUTCDate() === 1 ? texts.first : last.getUTCDate(), months[last.getUTCMonth()], last.getUTCFullYear()].join(" ");
      said.append(make("strong", { textContent: texts.last.replace("{date}", date) }));
      if (time < today) said.append(" ", texts.past);
      else {
        const href = URL.createObjectURL(new Blob([reminder(time, texts.title)], { type: "text/calendar" }));
        said.append(" ", make("a", { href, download: "rappel.ics", className: "button", textContent: texts.remind }));
      }
    };
    lists.forEach((list) => list.addEventListener("change", show));
    box.append(make("fieldset", { className: "clock" }, make("legend", { textContent: texts.day }), ...lists), said);
  };

  document.querySelectorAll(".deadlines:not([data-ready])").forEach((group) => {
    group.dataset.ready = "yes";
    group.querySelectorAll(".deadline").forEach((box) => clock(box, group.dataset));
  });
})();
