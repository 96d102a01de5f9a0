// Shows the signing window of id.gov.ua and carries its signature into our form. The key and the
// password stay in that window, which is a page of another site.
"use strict";

const place = document.getElementById("widget");
const status = document.getElementById("widget-status");
const form = document.getElementById("widget-form");

function fail() {
  status.textContent = status.dataset.failed;
  status.className = "alert";
}

function nameFrame() {
  const frame = place.querySelector("iframe");
  if (frame) frame.title = place.dataset.title;
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
  const reading = widget.ReadPrivateKey();
  status.textContent = "";
  await reading;
  const content = Uint8Array.from(atob(form.elements.content_base64.value), (sign) => sign.charCodeAt(0));
  form.elements.signed_base64.value = await sign(widget, content);
  form.elements.content_base64.remove();
  form.submit();
}

run().catch(fail);
