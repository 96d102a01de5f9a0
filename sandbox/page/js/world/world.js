/** The outside world beside the chat: reads it from the sandbox and lays out its panels. */

import { ApiError, readClock, readOutbox, readPeople, readReferrals } from "../api.js";
import { el } from "../dom.js";
import { poll } from "../poll.js";
import { clockPanel } from "./clock.js";
import { deskPanel } from "./desk.js";
import { faultsPanel } from "./faults.js";
import { outboxPanel } from "./outbox.js";
import { fullName, peoplePanel } from "./people.js";
import { referralsPanel } from "./referrals.js";
import { tabs } from "./tabs.js";

const EVERY_MS = 2000;
/** From here on the clock and the messages stand beside the other panels, without a tab. */
const WIDE = matchMedia("(min-width: 1180px)");
const ALWAYS_SHOWN_WHEN_WIDE = new Set(["clock", "outbox"]);

/**
 * @param {HTMLElement} root
 * @param {{send: (text: string) => void, insert: (text: string) => void,
 *   onClock: (iso: string) => void, onLetters: () => void}} outside
 */
export function openWorld(root, outside) {
  const soon = () => refresh();
  const outbox = outboxPanel(outside);
  const referrals = referralsPanel({ send: outside.send, onDesk: soon });
  const clock = clockPanel(soon);
  const people = peoplePanel(showReferrals);
  const layout = tabs([
    { id: "referrals", title: "Направлення", heading: "Направлення", icon: "referral", node: referrals.node },
    { id: "outbox", title: "Повідомлення", heading: "СМС і Viber від ЕСОЗ", icon: "mail", node: outbox.node },
    { id: "desk", title: "Реєстратура", heading: "Реєстратура вигаданого закладу", icon: "desk", node: deskPanel(soon).node },
    { id: "clock", title: "Годинник", heading: "Годинник", icon: "clock", node: clock.node },
    { id: "people", title: "Люди", heading: "Вигадані люди", icon: "people", node: people.node },
    { id: "faults", title: "Збої", heading: "Збої", icon: "alert", node: faultsPanel().node },
  ]);
  const head = el("header", { class: "world-head" },
    el("h2", { id: "world-title" }, "Зовнішній світ"),
    el("p", {}, "Те, що стається поза чатом: повідомлення, реєстратура, час."));
  root.append(head, layout.list, el("div", { class: "panels" }, ...layout.panels));

  function keepTabVisible() {
    if (WIDE.matches && ALWAYS_SHOWN_WHEN_WIDE.has(layout.chosen())) layout.choose("referrals");
  }

  function showReferrals(person) {
    referrals.find(fullName(person));
    layout.choose("referrals");
  }

  let letters = null;
  async function read() {
    const world = await Promise.all([readClock(), readOutbox(), readReferrals(), readPeople()]).catch(expected);
    if (!world) return;
    const [{ now }, messages, services, everyone] = world;
    outside.onClock(now);
    clock.update(now);
    outbox.update(messages);
    referrals.update(services, everyone, now);
    people.update(everyone, now);
    if (letters !== null && messages.length > letters) outside.onLetters();
    letters = messages.length;
  }

  WIDE.addEventListener("change", keepTabVisible);
  const { now: refresh } = poll(read, EVERY_MS);
}

/** The chat already says that the sandbox does not answer; the next turn asks again. */
function expected(error) {
  if (!(error instanceof ApiError)) throw error;
  return null;
}
