/** Moments as people in Kyiv say them, and Kyiv wall time as moments. */

const ZONE = "Europe/Kyiv";
const MINUTE = 60_000;

const format = (options) => new Intl.DateTimeFormat("uk-UA", { timeZone: ZONE, ...options });
const TIME = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = format({ day: "numeric", month: "long" });
const SHORT_DAY = format({ day: "2-digit", month: "2-digit" });
const DATE = format({ day: "numeric", month: "long", year: "numeric" });
const WEEKDAY = format({ weekday: "long" });
const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE, hourCycle: "h23",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

/** @param {string} iso @returns {string} as «14:05» */
export const timeOf = (iso) => TIME.format(new Date(iso));

/** @param {string} iso @returns {string} as «22 листопада» */
export const dayOf = (iso) => DAY.format(new Date(iso));

/** @param {string} iso @returns {string} as «22.11» */
export const shortDayOf = (iso) => SHORT_DAY.format(new Date(iso));

/** @param {string} iso @returns {string} as «22 листопада 2026 року» */
export const dateOf = (iso) => DATE.format(new Date(iso)).replace(/ р\.$/, " року");

/** @param {string} iso @returns {string} as «неділя» */
export const weekdayOf = (iso) => WEEKDAY.format(new Date(iso));

/** @param {string} iso @returns {string} ніч, ранок, день or вечір */
export function partOfDay(iso) {
  const hour = Number(wallTime(iso).slice(11, 13));
  return ["ніч", "ранок", "день", "вечір"][[5, 11, 17].filter((start) => hour >= start).length];
}

/** @param {string} iso @returns {string} Kyiv wall time for an input, as "2026-11-22T14:05" */
export function wallTime(iso) {
  const parts = Object.fromEntries(PARTS.formatToParts(new Date(iso)).map((p) => [p.type, p.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The moment of a Kyiv wall time; in the hour that autumn repeats, the second one.
 * @param {string} wall as "2026-11-22T14:05"
 * @returns {string} ISO, UTC
 */
export function momentOf(wall) {
  const asUtc = Date.parse(`${wall}:00Z`);
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString();
}

/** Kyiv's distance from UTC at a moment, in milliseconds. */
function offsetAt(moment) {
  const wall = Date.parse(`${wallTime(new Date(moment).toISOString())}:00Z`);
  return wall - Math.floor(moment / MINUTE) * MINUTE;
}

/** @param {string} iso @returns {string} 8:00 of the next Kyiv day, ISO */
export function tomorrowMorning(iso) {
  const noon = new Date(`${wallTime(iso).slice(0, 10)}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + 1);
  return momentOf(`${noon.toISOString().slice(0, 10)}T08:00`);
}

/** Full years between a birth date and a moment. */
export function ageAt(birthDate, iso) {
  const today = wallTime(iso).slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
