/* Added by the live preview alone, never published: loads the page again once its file has changed. */
(function () {
  "use strict";
  var script = document.currentScript;
  var news = null;
  function listen() {
    var address = new URL("news", script.src);
    address.searchParams.set("path", window.location.pathname);
    address.searchParams.set("version", script.getAttribute("data-version"));
    news = new EventSource(address);
    news.addEventListener("changed", function () {
      news.close();
      window.location.reload();
    });
  }
  /* A browser keeps only six connections to a server; pages in the background would use them up. */
  function follow() {
    if (news) {
      news.close();
      news = null;
    }
    if (document.visibilityState === "visible") {
      listen();
    }
  }
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", function () {
    if (news) {
      news.close();
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      follow();
    }
  });
  follow();
})();
