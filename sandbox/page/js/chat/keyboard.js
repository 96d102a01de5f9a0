/** Buttons under a message. */

import { el, outerLink, safeAddress } from "../dom.js";
import { copyText } from "../feedback.js";
import { icon } from "../icons.js";

/** @typedef {(button: string, messageId: number) => Promise<void>} OnTap */

const STYLES = new Set(["danger", "success", "primary"]);

/**
 * @param {{message_id: number, buttons?: object[][]}} message
 * @param {OnTap} onTap
 * @returns {HTMLElement | null} null where there are no buttons
 */
export function inlineKeyboard(message, onTap) {
  const rows = (message.buttons ?? []).filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  const buttonOf = (button) => inlineButton(button, () => onTap(button.text, message.message_id));
  return el(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": "Кнопки повідомлення" },
    ...rows.map((row) => el("div", { class: "keys" }, ...row.map(buttonOf))),
  );
}

function inlineButton(button, tap) {
  const look = ["key", STYLES.has(button.style) && button.style].filter(Boolean).join(" ");
  const address = safeAddress(button.url);
  if (address) return outerLink(address, { class: look }, button.text, mark("link"));
  if (button.copy_text) return key(look, () => copyText(button.copy_text), button.text, mark("copy"));
  if (button.disabled) return el("button", { type: "button", class: look, disabled: true }, button.text);
  return key(look, tap, button.text);
}

/** A button that takes no second tap while the first is on its way. */
function key(look, act, ...content) {
  const node = el("button", { type: "button", class: look }, ...content);
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    await act().finally(() => node.removeAttribute("aria-busy"));
  });
  return node;
}

function mark(name) {
  return el("span", { class: "mark" }, icon(name));
}
