/** Where the person writes: text, attachments, and the fold of the reply keyboard. */

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { attachMenu } from "./attach.js";

/**
 * @param {(message: object) => Promise<boolean>} send true when the sandbox took it
 * @param {HTMLButtonElement} fold
 * @returns {{node: HTMLFormElement, insert: (text: string) => void}}
 */
export function composer(send, fold) {
  const input = el("textarea", {
    id: "message-input", rows: "1", placeholder: "Повідомлення", "aria-label": "Повідомлення боту",
    "aria-description": "Enter надсилає, Shift і Enter починають новий рядок", enterkeyhint: "send",
  });
  const submit = el("button", { class: "round send", "aria-label": "Надіслати" }, icon("send"));
  const field = el("div", { class: "field" }, attachMenu(send), input, fold);
  const node = el("form", { class: "composer" }, field, submit);

  const sendText = async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    put("");
    if (!(await send({ text })) && !input.value) put(text);
  };
  const put = (text) => {
    input.value = text;
    node.classList.toggle("empty", !text.trim());
  };

  put("");
  node.addEventListener("submit", sendText);
  input.addEventListener("input", () => put(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) sendText(event);
  });
  return { node, insert: (text) => { put(text); input.focus(); } };
}
