/** One referral number: its services, their states, and what to do with it. */

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { categoryInWords } from "./categories.js";
import { deskButtons } from "./deskbuttons.js";
import { stateOf } from "./statuses.js";

/**
 * @param {string} number
 * @param {{send: (text: string) => void, onDesk: () => void}} actions
 * @returns {{node: HTMLElement, update: (services: object[], person: string, now: string) => void,
 *   matches: (text: string, state: string) => boolean}}
 */
export function referralRow(number, actions) {
  const title = el("b", { class: "referral-title" });
  const services = el("ul", { class: "services" });
  const about = el("p", { class: "quiet-text" });
  const until = el("span", { class: "quiet-text" });
  const desk = el("div", { class: "row-desk", hidden: true }, deskButtons(() => number, actions.onDesk));
  let states = [];

  const node = el(
    "li",
    { class: "referral" },
    el("div", { class: "referral-words" }, title, el("p", { class: "number-line" }, el("span", { class: "number" }, number), until), about),
    services,
    el("div", { class: "actions" }, sendButton(number, actions), deskFold(number, desk)),
    desk,
  );
  return {
    node,
    update(rows, person, now) {
      states = rows.map((row) => stateOf(row, now).text);
      title.textContent = titleOf(rows[0]);
      services.replaceChildren(...rows.map((row) => serviceLine(row, now)));
      about.textContent = person;
      until.textContent = validity(rows[0]);
    },
    matches(text, state) {
      const words = `${title.textContent} ${number} ${services.textContent} ${about.textContent}`;
      return words.toLocaleLowerCase("uk").includes(text) && (!state || states.includes(state));
    },
  };
}

function titleOf(row) {
  const words = row.label || categoryInWords(row.category);
  return words.charAt(0).toLocaleUpperCase("uk") + words.slice(1);
}

function sendButton(number, actions) {
  const send = () => actions.send(number);
  const looks = { type: "button", class: "button primary", "aria-label": `Надіслати в чат ${number}`, on: { click: send } };
  return el("button", looks, "Надіслати в чат");
}

function deskFold(number, desk) {
  const looks = { type: "button", class: "button fold", "aria-expanded": "false", "aria-label": `Реєстратура ${number}` };
  const fold = el("button", looks, "Реєстратура", icon("chevron"));
  fold.addEventListener("click", () => {
    desk.hidden = !desk.hidden;
    fold.setAttribute("aria-expanded", String(!desk.hidden));
  });
  return fold;
}

function serviceLine(row, now) {
  const { text, tone } = stateOf(row, now);
  return el("li", {}, el("span", { class: "category" }, categoryInWords(row.category)), el("span", { class: `state ${tone}` }, text));
}

/** The last day of a referral as «23.10.2027»; a UTC date, it must not shift to Kyiv's next day. */
function validity(row) {
  return row.expiration_date ? `до ${row.expiration_date.slice(0, 10).split("-").reverse().join(".")}` : "";
}
