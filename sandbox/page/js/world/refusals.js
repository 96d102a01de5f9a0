/** ЕСОЗ's refusals at the reception desk, in words. */

const WORDS = new Map([
  ["Service request not found", "такого направлення немає"],
  ["Service request without a program can not be used", "це направлення не оплачує державна програма, брати його в роботу не треба"],
  ["Invalid service request status", "направлення вже закрите"],
  ["Service request is expired", "строк направлення минув"],
  ["Service request is already used", "направлення вже взяв у роботу заклад"],
  ["Service request is used by another legal entity", "направлення в роботі в іншому закладі"],
  ["Invalid program processing status status", "спершу направлення треба взяти в роботу"],
  ["Invalid program processing status", "направлення не взяте в роботу, звільняти нічого"],
  ["Resend SMS is not allowed for this authentication method", "у пацієнта немає телефону в системі"],
]);

/** @param {string} message @returns {string} an unknown refusal in ЕСОЗ's own words */
export function refusalInWords(message) {
  if (/cannot be recalled$/.test(message)) return "закрите направлення не відкликають";
  return WORDS.get(message) ?? message;
}
