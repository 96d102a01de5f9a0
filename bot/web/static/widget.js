// Shows the signing window of id.gov.ua and carries its signature into our form. The key and the
// password stay in that window, which is a page of another site.
"use strict";

const place = document.getElementById("widget");
const status = document.getElementById("widget-status");
const form = document.getElementById("widget-form");
const cloud = document.getElementById("widget-cloud");

function fail() {
  cloud.hidden = true;
  status.textContent = status.dataset.failed;
  status.className = "alert";
}

function nameFrame() {
  const frame = place.querySelector("iframe");
  if (frame) frame.title = place.dataset.title;
}

// A key in a cloud is confirmed in the patient's app: the window says where, as a link and a code.
const RUNS_SOMETHING = ["javascript:", "data:", "vbscript:", "blob:", "file:"];

function leadsToApp(address) {
  try {
    return !RUNS_SOMETHING.includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

function pictureOf(code) {
  return code.startsWith("data:image/") ? code : `data:image/png;base64,${code}`;
}

function showCloud({ url, qrImage, mobileAppName }) {
  cloud.hidden = false;
  cloud.querySelector("#cloud-app").textContent = mobileAppName ?? "";
  const link = cloud.querySelector("a");
  link.hidden = !leadsToApp(url ?? "");
  if (!link.hidden) link.href = url;
  const code = cloud.querySelector("img");
  code.hidden = !qrImage;
  if (qrImage) code.src = pictureOf(qrImage);
  cloud.focus();
}

function listenForCloud(widget) {
  const kind = EndUser.EventType?.ConfirmKSPOperation;
  if (kind !== undefined) widget.AddEventListener(kind, showCloud)?.catch?.(() => {});
}

// Which algorithm a key has is not told before it signs: the state's own first.
async function sign(widget, content) {
  const known = EndUser.SignAlgo;
  const algorithms = [
    known.DSTU4145WithGOST34311,
    known.DSTU4145WithDSTU7564,
    known.ECDSAWithSHA,
    known.RSAWithSHA,
  ].filter((algorithm) => algorithm !== undefined);
  let refusal;
  for (const algorithm of algorithms) {
    try {
      return await widget.SignData(content, false, true, algorithm, null, EndUser.SignType.CAdES_X_Long);
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

async function run() {
  status.textContent = place.dataset.loading;
  const widget = new EndUser("widget", "widget-frame", place.dataset.address, EndUser.FormType.ReadPKey, {
    language: place.dataset.language,
  });
  nameFrame();
  listenForCloud(widget);
  const reading = widget.ReadPrivateKey();
  status.textContent = "";
  await reading;
  const content = Uint8Array.from(atob(form.elements.content_base64.value), (sign) => sign.charCodeAt(0));
  form.elements.signed_base64.value = await sign(widget, content);
  form.elements.content_base64.remove();
  cloud.hidden = true;
  form.submit();
}

run().catch(fail);
