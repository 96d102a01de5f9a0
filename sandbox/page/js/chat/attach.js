/** The menu of things to send: photo, place, contact, document. */

import { el } from "../dom.js";
import { openDialog } from "../feedback.js";
import { icon } from "../icons.js";
import { menu } from "../menu.js";

/** +380 00 belongs to no operator. */
const PHONE = "+380000000000";
const PLACES = [
  { name: "Київ, Хрещатик", latitude: 50.4501, longitude: 30.5234 },
  { name: "Львів, площа Ринок", latitude: 49.8419, longitude: 24.0315 },
  { name: "Полтава, центр", latitude: 49.5883, longitude: 34.5514 },
  { name: "Село Криворівня", latitude: 48.1797, longitude: 24.8986 },
];

/** @typedef {(message: object) => Promise<boolean>} Send */

/** @param {Send} send */
export function attachMenu(send) {
  const file = el("input", { type: "file", hidden: true, "aria-label": "Документ", tabindex: "-1" });
  file.addEventListener("change", () => sendFile(file, send));
  const choices = [
    { icon: "photo", text: "Фото", act: () => send({ photo: true }) },
    { icon: "pin", text: "Місце", act: () => choosePlace(send) },
    { icon: "contact", text: "Мій номер телефону", act: () => send({ contact: { phone_number: PHONE } }) },
    { icon: "file", text: "Документ", act: () => file.click() },
  ];
  const { node, button } = menu("Додати до повідомлення", icon("attach"), choices);
  button.classList.add("round", "quiet");
  node.append(file);
  return node;
}

/** Asks which invented place the person stands at. @param {Send} send */
function choosePlace(send) {
  const choices = PLACES.map(({ name, ...location }) => {
    const choose = () => {
      dialog.close();
      send({ location });
    };
    return el("button", { type: "button", class: "button", on: { click: choose } }, name);
  });
  const title = el("h2", {}, "Звідки надіслати місце?");
  const dialog = openDialog("Звідки надіслати місце?", [title, el("div", { class: "choices" }, ...choices)]);
}

async function sendFile(input, send) {
  const [file] = input.files;
  if (!file) return;
  const base64 = await base64Of(file);
  input.value = "";
  await send({ document: { file_name: file.name, base64 } });
}

/** @param {File} file @returns {Promise<string>} */
function base64Of(file) {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener("load", () => resolve(reader.result.split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
