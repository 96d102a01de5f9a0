/** The page's line icons, drawn on a 24 by 24 grid. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  alert: "M12 9v4m0 4h.01M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z",
  attach: "m20 11-8.4 8.4a5.5 5.5 0 0 1-7.8-7.8l8.4-8.4a3.7 3.7 0 0 1 5.2 5.2L9 16.8a1.8 1.8 0 0 1-2.6-2.6L14 6.6",
  chat: "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z",
  checks: "m2 13 4 4L15 7m-4 9 1.5 1L22 7",
  chevron: "m6 9 6 6 6-6",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8.5c0-3.5 3.6-5.5 8-5.5s8 2 8 5.5",
  copy: "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-5 6V4a1 1 0 0 1 1-1h10",
  desk: "M3 20h18M5 20V9h14v11M8 9V6a4 4 0 0 1 8 0v3m-4 4v4m-2-2h4",
  down: "M12 4v15m-6-6 6 6 6-6",
  file: "M13 3H6a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V9Zm0 0v6h6",
  keyboard: "M3 6h18v12H3ZM7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M7 14h10",
  link: "M8 16 17 7m-7 0h7v7",
  mail: "M3 6h18v12H3Zm0 1 9 6.5L21 7",
  more: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-3.3 3-5 7-5s7 1.7 7 5m0-16a3.5 3.5 0 0 1 0 7m2.5 4.4c2.2.7 3.5 2.2 3.5 4.6",
  photo: "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm-1 11 5-5 5 5 3-3 5 5M15.5 9.5h.01",
  pin: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  referral: "M8 4h8v3H8ZM8 5.5H5V21h14V5.5h-3M12 11v6m-3-3h6",
  send: "M4 12 3 4l18 8-18 8Zm0 0h8",
  shield: "M12 3 4.5 6v5.5c0 4.5 3 8 7.5 9.5 4.5-1.5 7.5-5 7.5-9.5V6Zm-3 9 2.2 2.2L15.5 10",
  world: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18Z",
};

/**
 * An icon for the eye only: whoever uses it gives the name in text.
 * @param {keyof typeof PATHS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  const looks = { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(looks)) svg.setAttribute(key, value);
  return svg;
}
