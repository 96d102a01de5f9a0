// Search as one types, keys, copying. All of it is an addition: the page works without.
// Written for old browsers of offices: no arrow functions, no fetch, nothing to build.
(function () {
  "use strict";

  var WAIT_MS = 120;
  var form = document.querySelector("[data-search]");
  var input = document.getElementById("q");
  var found = document.getElementById("found");
  var said = document.getElementById("said");
  var all = document.getElementById("all");
  var timer = 0;
  var asked = 0;
  var shownFor = input ? input.value : "";

  function address(path) {
    var lang = form.querySelector("[name=lang]");
    var query = "?q=" + encodeURIComponent(input.value);
    return path + query + (lang ? "&lang=" + encodeURIComponent(lang.value) : "");
  }

  function showAnswer(text, query) {
    shownFor = query;
    found.innerHTML = text; // our own page, escaped by its template
    var count = found.querySelector("[data-said]");
    said.textContent = count ? count.textContent : "";
    if (all) all.hidden = Boolean(input.value.trim());
    if (history.replaceState) history.replaceState(null, "", address(form.getAttribute("action")));
  }

  function ask() {
    var number = (asked += 1);
    var query = input.value;
    var request = new XMLHttpRequest();
    request.open("GET", address(form.getAttribute("data-search")));
    request.onload = function () {
      if (number === asked && request.status === 200) showAnswer(request.responseText, query);
    };
    request.send();
  }

  function links() {
    var box = found && found.querySelector("a") ? found : all;
    return box ? Array.prototype.slice.call(box.querySelectorAll("a")) : [];
  }

  function move(step) {
    var list = links();
    var next = list.indexOf(document.activeElement) + step;
    if (next < 0) input.focus();
    else if (list[next]) list[next].focus();
  }

  function isWriting(element) {
    return /^(input|textarea|select)$/i.test(element.tagName);
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var key = event.key;
    if (key === "/" && !isWriting(event.target)) input.select();
    else if (key === "ArrowDown" || key === "Down") move(1);
    else if (key === "ArrowUp" || key === "Up") move(-1);
    else if (key === "Escape" || key === "Esc") {
      input.value = "";
      input.focus();
      ask();
    } else return;
    event.preventDefault();
  }

  function copy(button) {
    var source = document.getElementById(button.getAttribute("data-copy"));
    var range = document.createRange();
    range.selectNodeContents(source);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    if (document.execCommand("copy")) button.textContent = button.getAttribute("data-copied");
  }

  function onClick(event) {
    var button = event.target;
    while (button && button.tagName !== "BUTTON") button = button.parentNode;
    if (!button || !button.hasAttribute) return;
    if (button.hasAttribute("data-copy")) copy(button);
    if (button.hasAttribute("data-print")) window.print();
  }

  Array.prototype.forEach.call(
    document.querySelectorAll("[data-copy], [data-print]"),
    function (button) {
      button.hidden = false;
    }
  );
  document.addEventListener("click", onClick);
  if (!form) {
    document.addEventListener("keydown", function (event) {
      var back = document.querySelector("[data-back]");
      if (back && event.key === "/" && !isWriting(event.target)) {
        event.preventDefault();
        back.click();
      }
    });
    return;
  }
  document.addEventListener("keydown", onKey);
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  form.addEventListener("submit", function (event) {
    var first = found.querySelector("a");
    if (!first || input.value !== shownFor) return; // the server answers what was typed last
    event.preventDefault();
    first.click();
  });
})();
