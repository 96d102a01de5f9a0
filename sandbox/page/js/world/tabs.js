/** Tabs over panels, by pointer and by arrow keys. */

import { el } from "../dom.js";
import { icon } from "../icons.js";

/**
 * @param {{id: string, title: string, heading: string, icon: string, node: HTMLElement}[]} panels
 * @returns {{list: HTMLElement, panels: HTMLElement[], choose: (id: string) => void, chosen: () => string}}
 */
export function tabs(panels) {
  const list = el("div", { class: "tabs", role: "tablist", "aria-label": "Зовнішній світ" }, ...panels.map(tab));
  const sections = panels.map(section);

  function choose(id) {
    for (const node of list.children) {
      const isChosen = node.dataset.id === id;
      node.setAttribute("aria-selected", String(isChosen));
      node.tabIndex = isChosen ? 0 : -1;
      if (isChosen) node.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    for (const node of sections) node.classList.toggle("chosen", node.id === `panel-${id}`);
  }

  function tab({ id, title, icon: name }) {
    const looks = { type: "button", role: "tab", id: `tab-${id}`, "data-id": id, "aria-controls": `panel-${id}` };
    return el("button", { ...looks, on: { click: () => choose(id) } }, icon(name), title);
  }

  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const visible = [...list.children].filter((node) => node.offsetParent);
    const next = visible.at((visible.indexOf(document.activeElement) + step) % visible.length);
    choose(next.dataset.id);
    next.focus();
  });
  choose(panels[0].id);
  const chosen = () => list.querySelector("[aria-selected=true]").dataset.id;
  return { list, panels: sections, choose, chosen };
}

function section({ id, heading: words, icon: name, node }) {
  const heading = el("h3", { id: `heading-${id}` }, icon(name), words);
  const looks = { class: "panel", id: `panel-${id}`, role: "tabpanel", "aria-labelledby": `heading-${id}` };
  return el("section", looks, heading, node);
}
