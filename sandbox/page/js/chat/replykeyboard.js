/** The keyboard that a bot puts in place of the letters; it can be folded. */

import { el } from "../dom.js";
import { icon } from "../icons.js";

/**
 * @param {(text: string) => void} onTap
 * @returns {{node: HTMLElement, fold: HTMLButtonElement, show: (rows: {text: string}[][]) => void}}
 */
export function replyKeyboard(onTap) {
  const node = el("div", { class: "reply-keyboard", id: "reply-keyboard", role: "group", "aria-label": "Клавіатура бота", hidden: true });
  const fold = el("button", { type: "button", class: "round quiet", "aria-controls": "reply-keyboard", hidden: true }, icon("keyboard"));
  let drawn = "";

  function open(isOpen) {
    node.hidden = !isOpen;
    fold.setAttribute("aria-expanded", String(isOpen));
    fold.setAttribute("aria-label", isOpen ? "Згорнути клавіатуру" : "Показати клавіатуру");
  }

  function show(rows) {
    const state = JSON.stringify(rows);
    if (state === drawn) return;
    drawn = state;
    node.replaceChildren(...rows.map((row) => el("div", { class: "keys" }, ...row.map(key))));
    fold.hidden = rows.length === 0;
    open(!fold.hidden);
  }

  function key({ text }) {
    return el("button", { type: "button", class: "key", on: { click: () => onTap(text) } }, text);
  }

  fold.addEventListener("click", () => open(node.hidden));
  return { node, fold, show };
}
