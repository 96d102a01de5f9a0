/** The top of the phone: the time on its clock, the bot's name, what it is doing. */

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { timeOf } from "../kyiv.js";
import { menu } from "../menu.js";
import { startOver } from "../session.js";

/** @returns {{nodes: HTMLElement[], showTyping: (isTyping: boolean) => void, showTime: (iso: string) => void}} */
export function chatHead() {
  const time = el("span", { class: "phone-time" });
  const state = el("span", { class: "bot-state" }, "бот");
  const more = menu("Дії з чатом", icon("more"), [
    { icon: "people", text: "Почати з новою людиною", act: startOver },
  ]);
  more.button.classList.add("round", "quiet");
  const name = el("div", { class: "bot-name" }, el("h1", {}, "Помічник пацієнта"), state);
  const avatar = el("img", { class: "avatar", src: "/page/icon.svg", alt: "" });
  return {
    nodes: [
      el("div", { class: "status-bar", "aria-hidden": "true" }, time),
      el("header", { class: "chat-head" }, avatar, name, more.node),
    ],
    showTyping(isTyping) {
      const text = isTyping ? "друкує…" : "бот";
      if (state.textContent !== text) state.textContent = text;
      state.classList.toggle("typing", Boolean(isTyping));
    },
    showTime: (iso) => (time.textContent = timeOf(iso)),
  };
}
