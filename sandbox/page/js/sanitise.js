/** A message's HTML, let in through a short list of tags: Telegram's own. */

import { el, outerLink, safeAddress } from "./dom.js";

/** @typedef {(command: string) => void} OnCommand */

const PLAIN = new Map([
  ["B", "b"], ["STRONG", "b"], ["I", "i"], ["EM", "i"], ["U", "u"], ["INS", "u"],
  ["S", "s"], ["STRIKE", "s"], ["DEL", "s"], ["CODE", "code"], ["PRE", "pre"],
]);
const COMMAND = /(?<=^|\s)\/[a-z0-9_]{1,32}(?=$|[\s.,!?:;)»])/gu;

/**
 * @param {string} html
 * @param {OnCommand} onCommand told of a tap on a /command in the text
 * @returns {DocumentFragment} text and allowed tags only; of any other tag its text, of scripts nothing
 */
export function safeHtml(html, onCommand) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...childrenOf(parsed.body, onCommand));
  return fragment;
}

function childrenOf(node, onCommand) {
  return [...node.childNodes].flatMap((child) => allowed(child, onCommand));
}

/** @returns {(Node | string)[]} */
function allowed(node, onCommand) {
  if (node.nodeType === Node.TEXT_NODE) return withCommands(node.data, onCommand);
  if (!(node instanceof Element) || ["SCRIPT", "STYLE", "TEMPLATE"].includes(node.tagName)) return [];
  if (node.tagName === "BR") return ["\n"];
  const inner = childrenOf(node, onCommand);
  const plain = PLAIN.get(node.tagName);
  if (plain) return [el(plain, {}, ...inner)];
  if (node.tagName === "A") return [link(node, inner)];
  if (node.tagName === "BLOCKQUOTE") return [quote(node.hasAttribute("expandable"), inner)];
  if (node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return [spoiler(inner)];
  return inner;
}

function link(node, inner) {
  const address = safeAddress(node.getAttribute("href"));
  return address ? outerLink(address, {}, ...inner) : el("span", {}, ...inner);
}

function quote(isExpandable, inner) {
  if (!isExpandable) return el("blockquote", {}, ...inner);
  const text = el("div", { class: "folded" }, ...inner);
  const more = el("button", { type: "button", class: "more", "aria-expanded": "false" }, "Показати все");
  more.addEventListener("click", () => {
    const isFolded = text.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!isFolded));
    more.textContent = isFolded ? "Показати все" : "Згорнути";
  });
  return el("blockquote", {}, text, more);
}

function spoiler(inner) {
  const hidden = el("button", { type: "button", class: "spoiler", "aria-label": "Показати прихований текст" });
  hidden.addEventListener("click", () => hidden.replaceWith(...inner));
  return hidden;
}

function withCommands(text, onCommand) {
  const pieces = [];
  let end = 0;
  for (const { 0: command, index } of text.matchAll(COMMAND)) {
    const send = () => onCommand(command);
    pieces.push(text.slice(end, index));
    pieces.push(el("button", { type: "button", class: "command", on: { click: send } }, command));
    end = index + command.length;
  }
  return [...pieces, text.slice(end)].filter(Boolean);
}
