/** What a message carries besides text: image, file, place, contact. */

import { el, outerLink, ownAddress, safeAddress } from "../dom.js";
import { showImage } from "../feedback.js";
import { icon } from "../icons.js";

/**
 * @param {object} message as in GET /sim/chats/{id}
 * @returns {HTMLElement | null} null for plain text
 */
export function attachment(message) {
  const make = { photo, document: file, location: place, venue: place, contact }[message.kind];
  return make ? make(message) : null;
}

function photo({ file: image }) {
  const address = ownAddress(image.url);
  const picture = el("img", { src: address, alt: "Зображення", loading: "eager" });
  const open = () => showImage(address, "Зображення");
  return el("button", { type: "button", class: "photo", "aria-label": "Зображення: відкрити на весь екран", on: { click: open } }, picture);
}

function file({ file: document }) {
  const address = ownAddress(document.url);
  const looks = { class: "card", href: address, download: document.name };
  return el("a", looks, badge("file"), words(document.name, sizeOf(document.size)));
}

/** A venue is written as name and address, a point as its coordinates; the HTML links to a map. */
function place({ kind, text, html }) {
  const lines = kind === "venue" ? text.split("\n") : ["Місце на карті", text];
  const content = [el("span", { class: "map" }, icon("pin")), words(...lines)];
  const link = new DOMParser().parseFromString(html, "text/html").querySelector("a");
  const address = safeAddress(link?.getAttribute("href"));
  return address ? outerLink(address, { class: "card place" }, ...content) : el("div", { class: "card place" }, ...content);
}

function contact({ text }) {
  return card("contact", ...text.split("\n"));
}

function card(name, title, note) {
  return el("div", { class: "card" }, badge(name), words(title, note));
}

function badge(name) {
  return el("span", { class: "badge" }, icon(name));
}

function words(title, note) {
  return el("span", { class: "words" }, el("b", {}, title), note && el("span", {}, note));
}

function sizeOf(bytes) {
  if (bytes == null) return "";
  return bytes < 1024 ? `${bytes} Б` : `${Math.round(bytes / 1024).toLocaleString("uk-UA")} КБ`;
}
