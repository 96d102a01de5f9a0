/** A button that opens a short list of actions. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @param {string} label
 * @param {Node} face what the button shows
 * @param {{icon: string, text: string, act: () => void}[]} choices
 * @returns {{node: HTMLElement, button: HTMLButtonElement}}
 */
export function menu(label, face, choices) {
  const button = el("button", { type: "button", "aria-label": label, "aria-expanded": "false", "aria-haspopup": "true" }, face);
  const list = el("div", { class: "menu", hidden: true }, ...choices.map(item));
  const node = el("div", { class: "menu-anchor" }, button, list);

  function open(isOpen) {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  }

  function item(choice) {
    const act = () => {
      open(false);
      button.focus();
      choice.act();
    };
    return el("button", { type: "button", on: { click: act } }, icon(choice.icon), choice.text);
  }

  button.addEventListener("click", () => open(list.hidden));
  node.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !node.contains(relatedTarget) && open(false));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    open(false);
    button.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => node.contains(target) || open(false));
  return { node, button };
}
