/** The sandbox's JSON API (docs/sandbox.md), one function a call. */

/** The sandbox refused, or could not be reached (`status` 0). */
export class ApiError extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 * @throws {ApiError}
 */
async function call(method, path, body) {
  const json = body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const answer = await fetch(path, { method, ...json }).catch(() => {
    throw new ApiError(0, "Пісочниця не відповідає");
  });
  const content = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, refusal(content) ?? `Код ${answer.status}`);
  return content;
}

/** The text of a refusal: ЕСОЗ's envelope, or the sandbox's own `{"error": text}`. */
function refusal(content) {
  const error = content?.error;
  return typeof error === "string" ? error : error?.message;
}

const chat = (user) => `/sim/chats/${encodeURIComponent(user)}`;

export const createUser = (first_name) => call("POST", "/sim/users", { first_name, language_code: "uk" });
export const readChat = (user) => call("GET", chat(user));
export const sendMessage = (user, message) => call("POST", `${chat(user)}/messages`, message);
export const tapButton = (user, button, message_id) =>
  call("POST", `${chat(user)}/taps`, { button, message_id });

export const readOutbox = () => call("GET", "/sim/outbox").then((content) => content.messages);
export const readReferrals = () => call("GET", "/sim/referrals").then((content) => content.referrals);
export const readPeople = () => call("GET", "/sim/people").then((content) => content.people);
export const askDesk = (number, action) =>
  call("POST", `/sim/desk/referrals/${encodeURIComponent(number)}`, { action });

export const readClock = () => call("GET", "/sim/clock");
export const advanceClock = (advance_seconds) => call("POST", "/sim/clock", { advance_seconds });
export const setClock = (set) => call("POST", "/sim/clock", { set });

export const addFault = (fault) => call("POST", "/sim/faults", fault);
export const clearFaults = () => call("DELETE", "/sim/faults");
