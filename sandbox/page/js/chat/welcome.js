/** An empty chat: who this is, and the button that begins. */

import { el } from "../dom.js";

/**
 * @param {() => void} onStart
 * @returns {{card: HTMLElement, start: HTMLElement}}
 */
export function welcome(onStart) {
  const card = el(
    "div",
    { class: "welcome" },
    el("img", { src: "/page/icon.svg", alt: "", width: "84", height: "84" }),
    el("h2", {}, "Що вміє цей бот?"),
    el("p", {}, "Допомагає пацієнту: перевірити направлення, знайти лікаря, не пропустити прийом."),
    el("p", { class: "note" }, "Це пісочниця. Пробуйте все: нічого справжнього тут немає."),
  );
  const button = el("button", { type: "button", class: "start", on: { click: onStart } }, "Почати");
  return { card, start: el("div", { class: "start-bar" }, button) };
}
