/** Puts the page together: the person, the chat, the world. */

import { ApiError } from "./api.js";
import { openChat } from "./chat/chat.js";
import { el } from "./dom.js";
import { currentUser } from "./session.js";
import { tabbar } from "./tabbar.js";
import { openWorld } from "./world/world.js";

const RETRY_MS = 1000;
const part = (id) => document.getElementById(id);

async function open() {
  const user = await currentUser();
  const views = tabbar(part("tabbar"));
  const chat = openChat(part("chat"), user, () => views.mark("chat"));
  const inChat = (act) => (text) => {
    views.show("chat");
    act(text);
  };
  openWorld(part("world"), {
    send: inChat((text) => chat.send({ text })),
    insert: inChat(chat.insert),
    onClock: chat.showTime,
    onLetters: () => views.mark("world"),
  });
}

/** The page may be there before the sandbox is ready. */
async function openWhenReady() {
  try {
    await open();
    part("waiting")?.remove();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!part("waiting")) part("chat").append(el("p", { id: "waiting", class: "trouble", role: "status" }, "Пісочниця запускається…"));
    setTimeout(openWhenReady, RETRY_MS);
  }
}

openWhenReady();
