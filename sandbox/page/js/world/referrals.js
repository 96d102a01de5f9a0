/** Referral numbers to try: find one, send it to the chat, play the desk. */

import { el, reconcile } from "../dom.js";
import { fullName } from "./people.js";
import { referralRow } from "./referralrow.js";
import { stateOf } from "./statuses.js";

const FIRST_ROWS = 12;
const MORE_ROWS = 40;

/**
 * @param {{send: (text: string) => void, onDesk: () => void}} actions
 * @returns {{node: HTMLElement, update: (services: object[], people: object[], now: string) => void,
 *   find: (text: string) => void}}
 */
export function referralsPanel(actions) {
  const search = el("input", { id: "referral-search", class: "input", type: "search", autocomplete: "off", placeholder: "Номер чи прізвище" });
  const state = el("select", { id: "referral-state", class: "input" });
  const list = el("ul", { class: "referrals" });
  const more = el("button", { type: "button", class: "button wide-button" }, "Показати більше");
  const nothing = el("li", { class: "nothing" }, "Таких направлень немає.");
  const rows = new Map();
  let drawn = "";
  let shown = FIRST_ROWS;

  function update(services, people, now) {
    const latest = JSON.stringify([services, people.length, now.slice(0, 13)]);
    if (latest === drawn) return;
    drawn = latest;
    const names = new Map(people.map((person) => [person.id, fullName(person)]));
    for (const group of byNumber(services)) {
      const { number } = group[0];
      if (!rows.has(number)) rows.set(number, referralRow(number, actions));
      rows.get(number).update(group, names.get(group[0].person_id) ?? "", now);
    }
    offerStates(state, services, now);
    filter();
  }

  function filter() {
    const asked = search.value.trim().toLocaleLowerCase("uk");
    const found = [...rows.values()].filter((row) => row.matches(asked, state.value));
    reconcile(list, found.length > 0 ? found.slice(0, shown).map((row) => row.node) : [nothing]);
    more.hidden = found.length <= shown;
  }

  function from(start) {
    shown = start;
    filter();
  }

  search.addEventListener("input", () => from(FIRST_ROWS));
  state.addEventListener("change", () => from(FIRST_ROWS));
  more.addEventListener("click", () => from(shown + MORE_ROWS));
  const tools = el("div", { class: "search-tools" }, field("Знайти направлення", search), field("Стан", state));
  return {
    node: el("div", { class: "panel-body" }, tools, list, more),
    update,
    find(text) {
      search.value = text;
      state.value = "";
      from(FIRST_ROWS);
    },
  };
}

function field(label, input) {
  return el("div", { class: "field-block" }, el("label", { for: input.id }, label), input);
}

/** @returns {object[][]} services that share a number, in the order they came */
function byNumber(services) {
  const groups = new Map();
  for (const service of services) {
    if (!groups.has(service.number)) groups.set(service.number, []);
    groups.get(service.number).push(service);
  }
  return [...groups.values()];
}

function offerStates(select, services, now) {
  const chosen = select.value;
  const texts = [...new Set(services.map((service) => stateOf(service, now).text))];
  const options = texts.map((text) => el("option", { value: text }, text));
  select.replaceChildren(el("option", { value: "" }, "Усі"), ...options);
  select.value = texts.includes(chosen) ? chosen : "";
}
