/** The phone: reads the person's chat, shows it, and carries out what the person does. */

import { ApiError, readChat, sendMessage, tapButton } from "../api.js";
import { el, safeAddress } from "../dom.js";
import { copyText, toast } from "../feedback.js";
import { poll } from "../poll.js";
import { alertWatch } from "./alerts.js";
import { composer } from "./composer.js";
import { chatHead } from "./head.js";
import { chatLog } from "./log.js";
import { replyKeyboard } from "./replykeyboard.js";
import { welcome } from "./welcome.js";

const EVERY_MS = 400;

/**
 * @param {HTMLElement} root
 * @param {string} user
 * @param {() => void} onNews told when the conversation changed
 * @returns {{send: (message: object) => Promise<boolean>, insert: (text: string) => void,
 *   showTime: (iso: string) => void}}
 */
export function openChat(root, user, onNews) {
  const head = chatHead();
  const trouble = el("p", { class: "trouble", role: "status" });
  const log = chatLog({ tap, say: (text) => send({ text }) });
  const keys = replyKeyboard(tapKey);
  const input = composer(send, keys.fold);
  const empty = welcome(() => send({ text: "/start" }));
  root.append(...head.nodes, trouble, empty.card, log.node, empty.start, input.node, keys.node);

  const showAlerts = alertWatch();
  let version = null;
  let messages = [];
  const { now: refresh } = poll(read, EVERY_MS);

  async function read() {
    const chat = await readChat(user).catch(explain);
    if (!chat) return;
    trouble.textContent = "";
    show(chat);
  }

  function explain(error) {
    trouble.textContent = troubleOf(error);
  }

  function show(chat) {
    head.showTyping(chat.typing);
    if (chat.version === version) return;
    if (version !== null) onNews();
    version = chat.version;
    messages = chat.messages;
    root.classList.toggle("not-started", messages.length === 0);
    keys.show(chat.keyboard);
    log.show(messages);
    showAlerts(chat.alerts);
  }

  async function send(message) {
    return Boolean(await attempt(() => sendMessage(user, message), "Не вдалося надіслати."));
  }

  /** The API taps an inline button first; the key of the same name below means its own text. */
  async function tapKey(text) {
    const isInline = messages.some(({ buttons }) => buttons.flat().some((button) => button.text === text));
    await (isInline ? send({ text }) : tap(text));
  }

  async function tap(button, messageId) {
    const answer = await attempt(() => tapButton(user, button, messageId), "Цієї кнопки вже немає в чаті.");
    const address = safeAddress(answer?.url);
    if (address) window.open(address, "_blank", "noopener,noreferrer");
    if (answer?.copied) await copyText(answer.copied);
  }

  /** The sandbox's answer, or null after saying what went wrong. */
  async function attempt(act, refusal) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast(error.status === 0 ? "Пісочниця не відповідає." : refusal);
      return null;
    } finally {
      await refresh();
    }
  }

  return { send, insert: input.insert, showTime: head.showTime };
}

function troubleOf(error) {
  if (error.status === 404) return "Такого чату немає. Почніть з новою людиною.";
  return "Пісочниця не відповідає. Пробуємо ще раз…";
}
