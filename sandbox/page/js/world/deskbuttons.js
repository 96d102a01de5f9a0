/** The desk's actions on one referral number, and what came of the last one. */

import { ApiError, askDesk } from "../api.js";
import { el } from "../dom.js";
import { refusalInWords } from "./refusals.js";
import { DESK_ACTIONS, stateOf } from "./statuses.js";

/**
 * @param {() => string} numberOf
 * @param {() => void} onDone
 * @returns {HTMLElement}
 */
export function deskButtons(numberOf, onDone) {
  const answer = el("div", { class: "answer", role: "status" });
  const ask = async (choice) => {
    answer.replaceChildren(...(await outcome(numberOf(), choice)));
    onDone();
  };
  const buttons = DESK_ACTIONS.map((choice) =>
    el("button", { type: "button", class: "button", on: { click: () => ask(choice) } }, choice.text),
  );
  return el("div", { class: "desk" }, el("div", { class: "actions" }, ...buttons), answer);
}

/** @returns {Promise<HTMLElement[]>} the desk's answer, or ЕСОЗ's refusal */
async function outcome(number, { action, text }) {
  if (!number) return [el("p", { class: "refused" }, "Спершу впишіть номер направлення.")];
  try {
    const { services } = await askDesk(number, action);
    return [el("p", { class: "done" }, `${text}: виконано.`), el("ul", {}, ...(services ?? []).map(serviceLine))];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [el("p", { class: "refused" }, `Система відмовила: ${refusalInWords(error.message)}.`)];
  }
}

function serviceLine(service, index) {
  const { text, tone } = stateOf(service);
  return el("li", {}, `Послуга ${index + 1} `, el("span", { class: `state ${tone}` }, text));
}
