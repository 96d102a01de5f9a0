/** On a narrow screen: which half is seen, the chat or the world, and where something is new. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @param {HTMLElement} root
 * @returns {{show: (view: "chat" | "world") => void, mark: (view: "chat" | "world") => void}}
 */
export function tabbar(root) {
  const buttons = { chat: button("chat", "Чат", "chat"), world: button("world", "Світ", "world") };

  function show(view) {
    document.body.dataset.view = view;
    for (const [name, node] of Object.entries(buttons)) node.setAttribute("aria-pressed", String(name === view));
    say(view, false);
  }

  function say(view, isNew) {
    buttons[view].querySelector(".news").textContent = isNew ? "Є нове" : "";
  }

  function button(view, text, name) {
    return el("button", { type: "button", on: { click: () => show(view) } }, icon(name), text, el("span", { class: "news" }));
  }

  root.append(buttons.chat, buttons.world);
  show("chat");
  return { show, mark: (view) => document.body.dataset.view !== view && say(view, true) };
}
