/** Inside the widget's iframe: lets a person be chosen, and signs what the page asks to sign. */

const CONNECTOR = "EndUserSignWidgetConnector";
const WIDGET = "EndUserSignWidget";
const READY = -1;
const EVENT = -2;
const CONFIRM_KSP_OPERATION = 2;
const LOOK_AGAIN_MILLISECONDS = 300;
const REFUSED = { code: 1, message: "Підпис відхилено в застосунку" };
const NO_KEY = { code: 1, message: "Особистий ключ не зчитано" };
const UNKNOWN_COMMAND = { code: 1, message: "Пісочниця не знає цієї команди" };

const page = new URLSearchParams(location.search).get("address");
const form = document.querySelector("#key");
const chosen = document.querySelector("#chosen");
const owner = document.querySelector("#owner");
const problem = document.querySelector("#problem");
const waiting = [];
let key = null;

function say(message) {
  parent.postMessage({ sender: WIDGET, reciever: CONNECTOR, ...message }, page);
}

function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function bytesOf(data) {
  return typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);
}

function keyInfo() {
  return { ownerInfo: { subjCN: key.name, subjDRFOCode: key.drfo } };
}

async function asked(path, options) {
  const answer = await fetch(path, options);
  const said = await answer.json();
  if (!answer.ok) throw { code: 1, message: said.error };
  return said;
}

/** Tells the page where the person confirms, and waits for it. */
async function confirmed({ number, ...where }) {
  say({ id: EVENT, params: { type: CONFIRM_KSP_OPERATION, ...where } });
  for (;;) {
    const said = await asked(`operations/${number}`);
    if (said.decision === "refuse") throw REFUSED;
    if (said.decision) return said.signed_base64;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS));
  }
}

async function sign(body, asBase64String) {
  if (!key) throw NO_KEY;
  const { personId, mistake, isCloud } = key;
  const said = await asked("sign", {
    method: "POST",
    body: JSON.stringify({ person_id: personId, mistake, is_cloud: isCloud, ...body }),
  });
  const signed = said.operation ? await confirmed(said.operation) : said.signed_base64;
  if (asBase64String) return signed;
  return Uint8Array.from(atob(signed), (letter) => letter.charCodeAt(0));
}

const commands = {
  ReadPrivateKey: () => (key ? keyInfo() : new Promise((resolve) => waiting.push(resolve))),
  ResetPrivateKey: () => {
    key = null;
    show();
  },
  AddEventListener: () => true,
  SignData: ([data, isExternal, asBase64String, signAlgo]) =>
    sign(
      { content_base64: base64(bytesOf(data)), detached: isExternal, sign_algo: signAlgo },
      asBase64String,
    ),
  SignHash: ([hash, asBase64String, signAlgo]) => {
    const sha256 = typeof hash === "string" ? hash : base64(hash);
    return sign({ sha256_base64: sha256, sign_algo: signAlgo }, asBase64String);
  },
};

function show() {
  form.hidden = Boolean(key);
  chosen.hidden = !key;
  owner.textContent = key?.name ?? "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  const { name, drfo } = form.elements.person_id.selectedOptions[0].dataset;
  key = {
    personId: fields.get("person_id"),
    mistake: fields.get("mistake"),
    isCloud: fields.has("cloud"),
    name,
    drfo,
  };
  problem.hidden = true;
  show();
  for (const resolve of waiting.splice(0)) resolve(keyInfo());
});

document.querySelector("#another").addEventListener("click", () => commands.ResetPrivateKey());

window.addEventListener("message", async ({ source, origin, data }) => {
  if (source !== parent || origin !== page || data?.reciever !== WIDGET) return;
  const { id, cmd, params } = data;
  try {
    if (!commands[cmd]) throw UNKNOWN_COMMAND;
    const result = await commands[cmd](params);
    problem.hidden = true;
    say({ id, cmd, result });
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
    say({ id, cmd, error: { code: error.code ?? 1, message: error.message } });
  }
});

show();
say({ id: READY });
