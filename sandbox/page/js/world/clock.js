/** The clock that bot and sandbox share, in Kyiv time, and the ways to move it. */

import { advanceClock, setClock } from "../api.js";
import { el } from "../dom.js";
import { toast } from "../feedback.js";
import { icon } from "../icons.js";
import { dateOf, momentOf, partOfDay, timeOf, tomorrowMorning, wallTime, weekdayOf } from "../kyiv.js";

const HOUR_S = 3600;
const MONTH_S = 30 * 24 * HOUR_S;

/**
 * @param {() => void} onMove
 * @returns {{node: HTMLElement, update: (now: string) => void}}
 */
export function clockPanel(onMove) {
  const time = el("span", { class: "clock-time" });
  const words = el("span", { class: "clock-words" });
  const own = el("input", { class: "input", "aria-label": "Своя дата і час за Києвом", type: "datetime-local", required: true });
  let now = null;

  async function move(moving) {
    await moving().catch((error) => toast(`Годинник не перевівся: ${error.message}`));
    onMove();
  }

  function update(moment) {
    now = moment;
    time.textContent = timeOf(now);
    words.replaceChildren(el("b", {}, dateOf(now)), el("span", {}, `${weekdayOf(now)}, ${partOfDay(now)}, за Києвом`));
    if (!own.value) own.value = wallTime(now);
  }

  const jump = (text, act) => el("button", { type: "button", class: "button", on: { click: () => move(act) } }, text);
  const setOwn = (event) => {
    event.preventDefault();
    move(() => setClock(momentOf(own.value)));
  };
  const node = el(
    "div",
    { class: "panel-body" },
    el("p", { class: "clock-face" }, time, words),
    el(
      "div",
      { class: "actions" },
      jump("+1 година", () => advanceClock(HOUR_S)),
      jump("Завтра вранці", () => setClock(tomorrowMorning(now))),
      jump("+30 днів", () => advanceClock(MONTH_S)),
    ),
    el(
      "details",
      { class: "own-time" },
      el("summary", {}, "Своя дата", icon("chevron")),
      el("form", { on: { submit: setOwn } }, own, el("button", { class: "button" }, "Перевести")),
    ),
  );
  return { node, update };
}
