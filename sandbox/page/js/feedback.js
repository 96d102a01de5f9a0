/** Short notes, dialogs and the clipboard. */

import { el } from "./dom.js";

const TOAST_MS = 5000;

/** @param {string} text a note that goes away by itself */
export function toast(text) {
  const note = el("p", { class: "toast" }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/**
 * A modal dialog that is removed when it closes.
 * @param {string} label its name for a screen reader
 * @param {Node[]} content
 * @param {string} [kind] a class
 * @returns {HTMLDialogElement}
 */
export function openDialog(label, content, kind = "") {
  const dialog = el("dialog", { class: `dialog ${kind}`, "aria-label": label }, ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {string} text what the bot answered to a tap, to be read and closed */
export function alertDialog(text) {
  const form = el("form", { method: "dialog" }, el("button", { class: "button primary" }, "Гаразд"));
  openDialog("Повідомлення бота", [el("p", {}, text), form]);
}

/** @param {string} text copied, and said so; shown to be copied by hand where that is not allowed */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`Скопійовано: ${text}`);
  } catch {
    alertDialog(`Браузер не дозволив скопіювати. Ось текст: ${text}`);
  }
}

/** @param {string} address @param {string} name an image, as large as the screen allows */
export function showImage(address, name) {
  const close = el("button", { class: "button primary", autofocus: true }, "Закрити");
  const image = el("img", { src: address, alt: name });
  openDialog(name, [image, el("form", { method: "dialog" }, close)], "image");
}
