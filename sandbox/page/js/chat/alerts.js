/** What the bot answers to a tap above the chat: a short note, or a dialog to be closed. */

import { alertDialog, toast } from "../feedback.js";

/** @returns {(alerts: {text: string, show_alert: boolean, at: string}[]) => void} shows only new ones */
export function alertWatch() {
  let seen = null;
  return (alerts) => {
    const known = seen;
    seen = new Set(alerts.map(keyOf));
    if (!known) return;
    for (const alert of alerts) if (!known.has(keyOf(alert))) show(alert);
  };
}

const keyOf = ({ at, text }) => `${at} ${text}`;

function show(alert) {
  if (alert.show_alert) alertDialog(alert.text);
  else toast(alert.text);
}
