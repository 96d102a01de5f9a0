/** Asking again and again with setTimeout, seldom while nobody looks. */

const HIDDEN_FACTOR = 10;

/**
 * Does `work` now and then every `everyMs` milliseconds; one turn ends before the next begins,
 * so an old answer never overtakes a new one. An error is reported and ends only its own turn.
 * @param {() => Promise<void>} work
 * @param {number} everyMs
 * @returns {{now: () => Promise<void>}} `now` does it at once
 */
export function poll(work, everyMs) {
  let timer = 0;
  let turns = Promise.resolve();

  function now() {
    clearTimeout(timer);
    turns = turns.then(work).catch(reportError).finally(later);
    return turns;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(now, document.hidden ? everyMs * HIDDEN_FACTOR : everyMs);
  }

  document.addEventListener("visibilitychange", () => document.hidden || now());
  now();
  return { now };
}
