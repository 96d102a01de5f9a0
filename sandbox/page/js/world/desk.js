/** The reception desk of an invented facility. */

import { el } from "../dom.js";
import { deskButtons } from "./deskbuttons.js";

/** @param {() => void} onDone @returns {{node: HTMLElement}} */
export function deskPanel(onDone) {
  const input = el("input", {
    id: "desk-number", class: "input number", autocomplete: "off", spellcheck: "false",
    placeholder: "0000-0000-0000-0000", "aria-describedby": "desk-hint",
  });
  return {
    node: el(
      "div",
      { class: "panel-body" },
      el("label", { for: "desk-number" }, "Номер направлення"),
      input,
      el("p", { class: "hint", id: "desk-hint" }, "Реєстратор бачить направлення за номером. Що він робить далі?"),
      deskButtons(() => input.value.trim(), onDone),
    ),
  };
}
