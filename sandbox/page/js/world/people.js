/** The invented patients. */

import { el, reconcile } from "../dom.js";
import { ageAt } from "../kyiv.js";
import { specialInWords } from "./specials.js";

const DAY = new Intl.DateTimeFormat("uk-UA", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** @param {object} person @returns {string} surname, name, patronymic */
export function fullName(person) {
  return [person.last_name, person.first_name, person.second_name].filter(Boolean).join(" ");
}

/**
 * @param {(person: object) => void} onReferrals told whose referrals to show
 * @returns {{node: HTMLElement, update: (people: object[], now: string) => void}}
 */
export function peoplePanel(onReferrals) {
  const search = el("input", { id: "people-search", class: "input", type: "search", autocomplete: "off", placeholder: "Прізвище, рік, особливість" });
  const list = el("ul", { class: "people" });
  const nothing = el("li", { class: "nothing" }, "Нікого не знайдено.");
  let drawn = "";
  let cards = [];

  function update(people, now) {
    const state = JSON.stringify([people, now.slice(0, 10)]);
    if (state === drawn) return;
    drawn = state;
    cards = people.map((person) => card(person, now, onReferrals));
    filter();
  }

  function filter() {
    const asked = search.value.trim().toLocaleLowerCase("uk");
    const found = cards.filter((node) => node.textContent.toLocaleLowerCase("uk").includes(asked));
    reconcile(list, found.length > 0 ? found : [nothing]);
  }

  search.addEventListener("input", filter);
  return {
    node: el("div", { class: "panel-body" }, el("label", { for: "people-search" }, "Знайти людину"), search, list),
    update,
  };
}

function card(person, now, onReferrals) {
  const born = DAY.format(new Date(`${person.birth_date}T00:00:00Z`));
  const number = person.tax_id ? `податковий номер ${person.tax_id}` : "без податкового номера";
  const special = [person.special ?? []].flat().filter(Boolean);
  return el(
    "li",
    { class: "person" },
    el("div", { class: "person-words" },
      el("b", {}, fullName(person)),
      el("span", { class: "quiet-text" }, `${born}, вік ${ageAt(person.birth_date, now)}`),
      el("span", { class: "quiet-text" }, number),
      ...special.map((code) => el("span", { class: "chip" }, specialInWords(code)))),
    el("button", { type: "button", class: "button", on: { click: () => onReferrals(person) } }, "Направлення"),
  );
}
