// What the page does by itself: looks whether the signature has come, counts the minutes, and
// renews the link to Дія. Everything else works without it.
"use strict";

const LOOK_EVERY_MS = 2000;
const MINUTE_MS = 60000;

const watched = document.querySelector("[data-poll]");
const left = document.querySelector("[data-expires]");
const renewed = document.querySelector("[data-renew-at]");

async function look() {
  try {
    const answer = await fetch(watched.dataset.poll, { headers: { Accept: "application/json" } });
    if (answer.ok && (await answer.json()).state !== watched.dataset.state) {
      location.reload();
      return;
    }
  } catch {
    // no network just now: the next look may succeed
  }
  setTimeout(look, LOOK_EVERY_MS);
}

function count() {
  const minutes = Math.ceil((Number(left.dataset.expires) - now()) / MINUTE_MS);
  left.hidden = minutes < 0;
  left.querySelector("b").textContent = String(Math.max(minutes, 0));
  setTimeout(count, MINUTE_MS / 6);
}

// The server's clock, as far from ours as it was when the page was made.
const ahead = Number(document.documentElement.dataset.now) - Date.now();
function now() {
  return Date.now() + ahead;
}

if (watched) setTimeout(look, LOOK_EVERY_MS);
if (left) count();
if (renewed) {
  setTimeout(() => renewed.submit(), Math.max(Number(renewed.dataset.renewAt) - now(), 1000));
}
