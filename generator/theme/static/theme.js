/* Runs before the first paint: restores the reader's colour scheme, so that no page flashes in the other one, and takes
   the fonts at once where this visit has loaded them already. Else site.js takes them as soon as the text can be read. */
(function () {
  "use strict";
  var root = document.documentElement;
  var fonts = document.querySelector("link[data-fonts]");
  root.setAttribute("data-js", "");
  try {
    var choice = window.localStorage.getItem("qingguo-theme");
    if (choice === "light" || choice === "dark") {
      root.setAttribute("data-theme", choice);
    }
  } catch (error) {
    /* Storage may be forbidden (private windows, file addresses): the system's scheme then holds. */
  }
  try {
    if (fonts && window.sessionStorage.getItem("qingguo-fonts") === fonts.getAttribute("href").split("/").pop()) {
      fonts.media = "all";
    }
  } catch (error) {
    /* Without storage each page starts in the system's fonts. */
  }
})();
