/** Building elements; the page never turns a string into markup. */

/**
 * @typedef {string | Node | null | undefined | false} Child
 * @typedef {Record<string, unknown> & {on?: Record<string, (event: any) => void>}} Props
 */

/**
 * A new element. `on` holds listeners; every other prop is an attribute
 * (true: present, false, null and undefined: absent).
 * @param {string} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {any}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") listen(node, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child != null && child !== false && child !== ""));
  return node;
}

function listen(node, listeners) {
  for (const [event, listener] of Object.entries(listeners)) node.addEventListener(event, listener);
}

/**
 * Makes `parent` hold exactly `wanted`, in order, and leaves nodes that stay untouched:
 * focus, selection and screen readers are not disturbed.
 * @param {Element} parent
 * @param {Element[]} wanted
 */
export function reconcile(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  wanted.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

/**
 * An address that may be opened: web, phone, mail or Telegram; null for any other.
 * @param {string | null | undefined} address
 * @returns {string | null}
 */
export function safeAddress(address) {
  const url = address ? URL.parse(address, location.origin) : null;
  return url && ["http:", "https:", "tel:", "mailto:", "tg:"].includes(url.protocol) ? url.href : null;
}

/**
 * The same file on our own origin: the page loads nothing from anywhere else.
 * @param {string} address
 */
export function ownAddress(address) {
  const url = new URL(address, location.origin);
  return url.pathname + url.search;
}

/**
 * @param {string} address
 * @param {Props} [props]
 * @param {...Child} children
 */
export function outerLink(address, props = {}, ...children) {
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", ...props }, ...children);
}
