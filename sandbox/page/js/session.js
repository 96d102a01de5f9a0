/** Whose chat is open: the user of the address, or one of our own that this browser remembers. */

import { ApiError, createUser, readChat } from "./api.js";

const KEY = "sandbox.user";
const FIRST_NAME = "Оксана";

/** @returns {Promise<string>} the user id; `?user=` wins over the remembered one */
export async function currentUser() {
  const asked = new URLSearchParams(location.search).get("user");
  if (asked) return asked;
  const remembered = localStorage.getItem(KEY);
  return remembered && (await exists(remembered)) ? remembered : newUser();
}

/** Forgets the person and opens the page with a new one. */
export function startOver() {
  localStorage.removeItem(KEY);
  location.assign("/");
}

async function newUser() {
  const { user_id: user } = await createUser(FIRST_NAME);
  localStorage.setItem(KEY, String(user));
  return String(user);
}

/** A sandbox that was started again no longer knows yesterday's user. */
async function exists(user) {
  try {
    await readChat(user);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}
