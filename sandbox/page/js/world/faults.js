/** Outages on demand: what the patient sees when the world around the bot fails. */

import { addFault, clearFaults } from "../api.js";
import { el } from "../dom.js";

const FAULTS = [
  {
    title: "ЕСОЗ не відповідає", note: "З’єднання обривається, 20 звернень",
    fault: { where: "esoz", match: "", kind: "drop", times: 20 },
  },
  {
    title: "ЕСОЗ відповідає повільно", note: "Відповідь запізнюється, 5 звернень",
    fault: { where: "esoz", match: "", kind: "slow", times: 5 },
  },
  {
    title: "ЕСОЗ: забагато звернень", note: "Код 429, 5 звернень",
    fault: { where: "esoz", match: "", kind: "429", times: 5, retry_after: 30 },
  },
  {
    title: "ЕСОЗ відповідає нісенітницею", note: "Не той формат, 5 звернень",
    fault: { where: "esoz", match: "", kind: "garbage", times: 5 },
  },
  {
    title: "Telegram: забагато повідомлень", note: "Код 429, 3 повідомлення, чекати 2 секунди",
    fault: { where: "telegram", match: "sendMessage", kind: "429", times: 3, retry_after: 2 },
  },
];

/** @returns {{node: HTMLElement}} */
export function faultsPanel() {
  const answer = el("p", { class: "answer", role: "status" });
  const say = async (act, text) => {
    answer.textContent = await act().then(() => text, (error) => `Не вдалося: ${error.message}`);
  };
  const switches = FAULTS.map(({ title, note, fault }) =>
    el(
      "button",
      { type: "button", class: "fault", on: { click: () => say(() => addFault(fault), `Зламано. ${title}.`) } },
      el("b", {}, title),
      el("span", {}, note),
    ),
  );
  const repair = () => say(clearFaults, "Усе знову справне.");
  return {
    node: el(
      "div",
      { class: "panel-body" },
      el("p", { class: "hint" }, "Зламайте щось одним натисканням і подивіться, що скаже бот."),
      el("div", { class: "faults" }, ...switches),
      el("div", { class: "actions" }, el("button", { type: "button", class: "button primary", on: { click: repair } }, "Полагодити все")),
      answer,
    ),
  };
}
