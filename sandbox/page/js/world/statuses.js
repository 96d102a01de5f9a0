/** The states of a referral, in the words that the reception desk uses. */

/** @typedef {{text: string, tone: "good" | "busy" | "done" | "bad"}} State */

/** @type {Record<string, State>} */
const ENDED = {
  completed: { text: "Послугу надано", tone: "done" },
  recalled: { text: "Відкликане", tone: "bad" },
  entered_in_error: { text: "Скасоване як помилкове", tone: "bad" },
};

/** @type {Record<string, State>} */
const ACTIVE = {
  in_progress: { text: "Взято в роботу", tone: "busy" },
  in_queue: { text: "У черзі", tone: "busy" },
  completed: { text: "Послугу надано", tone: "done" },
};

/**
 * @param {{status: string, program_processing_status?: string | null, expiration_date?: string}} service
 * @param {string} [now] ISO; with it a referral past its date is told apart
 * @returns {State} an unknown status in its own words
 */
export function stateOf(service, now) {
  const status = plain(service.status);
  if (status !== "active") return ENDED[status] ?? { text: service.status, tone: "bad" };
  const taken = ACTIVE[plain(service.program_processing_status)];
  if (taken) return taken;
  const isOverdue = now && Date.parse(service.expiration_date) < Date.parse(now);
  return isOverdue ? { text: "Строк минув", tone: "bad" } : { text: "Дійсне", tone: "good" };
}

/** ЕСОЗ writes one status with capitals, hyphens or underscores. */
function plain(status) {
  return (status ?? "").toLowerCase().replaceAll("-", "_");
}

/** What the desk can do, in the order of a visit. */
export const DESK_ACTIONS = [
  { action: "use", text: "Взяти в роботу" },
  { action: "complete", text: "Надати послугу" },
  { action: "release", text: "Звільнити" },
  { action: "recall", text: "Відкликати" },
  { action: "resend", text: "Надіслати ще раз" },
];
