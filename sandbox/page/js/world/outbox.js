/** The person's SMS and Viber: what ЕСОЗ sent. */

import { el } from "../dom.js";
import { shortDayOf, timeOf } from "../kyiv.js";

const MORE = 15;

/**
 * @param {{send: (text: string) => void, insert: (text: string) => void}} chat
 * @returns {{node: HTMLElement, update: (messages: object[]) => void}}
 */
export function outboxPanel(chat) {
  const list = el("ol", { class: "letters", role: "log", "aria-label": "СМС і Viber" });
  const more = el("button", { type: "button", class: "button wide-button" }, "Показати давніші");
  let drawn = null;
  let letters = [];
  let shown = MORE;

  function update(messages) {
    const state = JSON.stringify(messages);
    if (state === drawn) return;
    drawn = state;
    const newestFirst = [...messages].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    letters = newestFirst;
    draw();
  }

  function draw() {
    list.replaceChildren(...letters.slice(0, shown).map((message) => letter(message, chat)));
    if (letters.length === 0) list.append(nothing());
    more.hidden = letters.length <= shown;
  }

  more.addEventListener("click", () => {
    shown += MORE;
    draw();
  });
  return { node: el("div", { class: "panel-body" }, list, more), update };
}

function letter(message, chat) {
  const isViber = message.channel.toLowerCase() === "viber";
  const channel = isViber ? "Viber" : "СМС";
  const button = (text, act) => el("button", { type: "button", class: "button", on: { click: () => act(message.text) } }, text);
  return el(
    "li",
    { class: "letter" },
    el(
      "p",
      { class: "letter-head" },
      el("span", { class: `channel ${isViber ? "viber" : "sms"}` }, channel),
      el("span", { class: "to" }, message.to),
      el("time", { datetime: message.at }, `${shortDayOf(message.at)}, ${timeOf(message.at)}`),
    ),
    el("p", { class: "letter-text" }, message.text),
    el("div", { class: "actions" }, button("Вставити в чат", chat.insert), button("Надіслати", chat.send)),
  );
}

function nothing() {
  const text = "Поки порожньо. Виберіть направлення і натисніть «Реєстратура», тоді «Надіслати ще раз».";
  return el("li", { class: "nothing" }, text);
}
