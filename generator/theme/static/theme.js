/* Runs before the first paint: restores the reader's colour scheme, so that no page flashes in the other one. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  try {
    var choice = window.localStorage.getItem("qingguo-theme");
    if (choice === "light" || choice === "dark") {
      root.setAttribute("data-theme", choice);
    }
  } catch (error) {
    /* Storage may be forbidden (private windows, file addresses): the system's scheme then holds. */
  }
})();
