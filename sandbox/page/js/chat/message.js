/** One message: bubble, time, buttons. */

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { timeOf } from "../kyiv.js";
import { safeHtml } from "../sanitise.js";
import { attachment } from "./attachment.js";
import { inlineKeyboard } from "./keyboard.js";

/** @typedef {{tap: import("./keyboard.js").OnTap, say: (text: string) => void}} Actions */

/**
 * @param {object} message as in GET /sim/chats/{id}
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function messageNode(message, actions) {
  const who = message.from === "bot" ? "bot" : "user";
  const looks = { class: `message ${who}`, "data-id": message.message_id, tabindex: "-1" };
  return el("article", looks, bubble(message, who, actions), inlineKeyboard(message, actions.tap));
}

function bubble(message, who, actions) {
  const speaker = who === "bot" ? "Бот: " : "Ви: ";
  return el(
    "div",
    { class: `bubble kind-${message.kind}` },
    el("span", { class: "unseen" }, speaker),
    attachment(message),
    textOf(message, actions),
    meta(message, who),
  );
}

/** The words of a message; of a place or a contact the card already says them. */
function textOf(message, actions) {
  if (["location", "venue", "contact"].includes(message.kind)) return null;
  const content = message.html ? safeHtml(message.html, actions.say) : message.text;
  return content && el("div", { class: "text" }, content);
}

function meta(message, who) {
  return el(
    "span",
    { class: "meta" },
    message.edited && "змінено ",
    message.at && el("time", { datetime: message.at }, timeOf(message.at)),
    who === "user" && icon("checks"),
  );
}
