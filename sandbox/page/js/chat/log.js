/** The conversation: messages kept in step with the sandbox, by id. */

import { el, reconcile } from "../dom.js";
import { icon } from "../icons.js";
import { dayOf } from "../kyiv.js";
import { messageNode } from "./message.js";

const NEAR_END_PX = 120;

/**
 * @param {import("./message.js").Actions} actions
 * @returns {{node: HTMLElement, show: (messages: object[]) => void}}
 */
export function chatLog(actions) {
  const list = el("div", { class: "log", role: "log", "aria-live": "off", "aria-label": "Повідомлення", tabindex: "0" });
  const down = el("button", { type: "button", class: "to-end", hidden: true, "aria-label": "До останнього повідомлення" }, icon("down"));
  const drawn = new Map();
  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
  const toEnd = () => list.scrollTo({ top: list.scrollHeight });

  down.addEventListener("click", toEnd);
  list.addEventListener("scroll", () => (down.hidden = isAtEnd()), { passive: true });
  list.addEventListener("load", () => isAtEnd() && toEnd(), { capture: true });
  new ResizeObserver(() => down.hidden && toEnd()).observe(list);

  function show(messages) {
    const isFirst = drawn.size === 0;
    const isFollowed = isFirst || isAtEnd() || messages.at(-1)?.from === "user";
    const focus = focusIn(list);
    const present = messages.filter((message) => !message.deleted);
    const entries = withDays(present, actions);
    reconcile(list, entries.map((entry) => nodeOf(drawn, entry)));
    forget(drawn, entries);
    focus.restore();
    if (isFollowed) toEnd();
    if (isFirst && present.length > 0) setTimeout(() => list.setAttribute("aria-live", "polite"));
  }

  return { node: el("div", { class: "log-frame" }, list, down), show };
}

/** @typedef {{id: number | string, state: string, make: () => HTMLElement}} Entry */

/** Messages, with the day before the first one of each day. @returns {Entry[]} */
function withDays(messages, actions) {
  let day = "";
  return messages.flatMap((message) => {
    const previous = day;
    day = message.at ? dayOf(message.at) : day;
    const entry = { id: message.message_id, state: JSON.stringify(message), make: () => messageNode(message, actions) };
    return day === previous ? [entry] : [dayEntry(day), entry];
  });
}

function dayEntry(day) {
  return { id: day, state: day, make: () => el("p", { class: "day" }, day) };
}

/** The node that already shows this entry as it is, or a new one. */
function nodeOf(drawn, { id, state, make }) {
  if (drawn.get(id)?.state !== state) drawn.set(id, { state, node: make() });
  return drawn.get(id).node;
}

function forget(drawn, entries) {
  const present = new Set(entries.map((entry) => entry.id));
  for (const id of drawn.keys()) if (!present.has(id)) drawn.delete(id);
}

/** Keeps the keyboard's place when the message under it is redrawn: same button, or the message. */
function focusIn(list) {
  const active = document.activeElement;
  const message = active?.closest?.(".message");
  if (!message || !list.contains(message)) return { restore() {} };
  const place = [...message.querySelectorAll("button, a")].indexOf(active);
  return {
    restore() {
      if (active.isConnected) return;
      const redrawn = list.querySelector(`[data-id="${message.dataset.id}"]`);
      const target = redrawn?.querySelectorAll("button, a")[place] ?? redrawn ?? list;
      target.focus({ preventScroll: true });
    },
  };
}
