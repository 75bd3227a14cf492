/* What the shell needs a script for: fonts after the first paint, the choice of light or dark, and the facets of a list.
   All pages read without it. */
(function () {
  "use strict";

  /* Calls once when the page has been painted. */
  function afterFirstPaint(call) {
    if (window.PerformanceObserver && (PerformanceObserver.supportedEntryTypes || []).indexOf("paint") >= 0) {
      new PerformanceObserver(function (entries, observer) {
        if (entries.getEntriesByName("first-contentful-paint").length) {
          observer.disconnect();
          call();
        }
      }).observe({ type: "paint", buffered: true });
    } else {
      window.requestAnimationFrame(function () {
        window.setTimeout(call);
      });
    }
  }

  /* The text stands in the system's fonts until those of the site are there, so no one waits for them to read. */
  function fonts(link) {
    if (link.media === "all") {
      return;
    }
    afterFirstPaint(function () {
      link.media = "all";
      try {
        window.sessionStorage.setItem("qingguo-fonts", link.getAttribute("href").split("/").pop());
      } catch (error) {
        /* Without storage the next page starts in the system's fonts, as this one did. */
      }
    });
  }

  function themeSwitch(button) {
    var root = document.documentElement;
    var order = ["system", "light", "dark"];
    var name = button.querySelector("[data-theme-name]");

    function current() {
      return root.getAttribute("data-theme") || "system";
    }

    function show() {
      name.textContent = button.getAttribute("data-" + current());
      button.title = name.textContent;
    }

    button.addEventListener("click", function () {
      var next = order[(order.indexOf(current()) + 1) % order.length];
      if (next === "system") {
        root.removeAttribute("data-theme");
      } else {
        root.setAttribute("data-theme", next);
      }
      try {
        window.localStorage.setItem("qingguo-theme", next);
      } catch (error) {
        /* Where storage is forbidden the choice lasts as long as the page. */
      }
      show();
    });
    show();
    button.hidden = false;
  }

  /* Facets: any of the ticked values within a group, all of the groups together. Rows carry data-GROUP="value value". */
  function facets(form) {
    var list = document.getElementById(form.getAttribute("data-facets"));
    if (!list) {
      return;
    }
    var rows = Array.prototype.slice.call(list.children);
    var shown = form.querySelector("[data-shown]");
    var none = document.createElement("p");
    none.className = "empty-state";
    none.hidden = true;
    none.textContent = form.getAttribute("data-none");
    list.after(none);

    function chosen() {
      var groups = {};
      form.querySelectorAll("input:checked").forEach(function (box) {
        (groups[box.name] = groups[box.name] || []).push(box.value);
      });
      return groups;
    }

    function matches(row, groups) {
      return Object.keys(groups).every(function (group) {
        var values = (row.getAttribute("data-" + group) || "").split(" ");
        return groups[group].some(function (value) {
          return values.indexOf(value) >= 0;
        });
      });
    }

    function filter() {
      var groups = chosen();
      var count = 0;
      rows.forEach(function (row) {
        row.hidden = !matches(row, groups);
        count += row.hidden ? 0 : 1;
      });
      shown.textContent = String(count);
      none.hidden = count > 0;
    }

    function sort(key) {
      var descending = key.charAt(0) === "-";
      var attribute = "data-" + key.replace(/^-/, "");
      rows
        .slice()
        .sort(function (first, second) {
          var a = first.getAttribute(attribute) || "";
          var b = second.getAttribute(attribute) || "";
          var difference = a !== "" && b !== "" && !isNaN(a) && !isNaN(b) ? a - b : a.localeCompare(b);
          return descending ? -difference : difference;
        })
        .forEach(function (row) {
          list.append(row);
        });
    }

    form.addEventListener("change", function (event) {
      if (event.target.name === "sort") {
        sort(event.target.value);
      } else {
        filter();
      }
    });
    form.addEventListener("reset", function () {
      window.setTimeout(function () {
        rows.forEach(function (row) {
          list.append(row);
        });
        filter();
      });
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.hidden = false;
    filter();
  }

  document.querySelectorAll("link[data-fonts]").forEach(fonts);
  document.querySelectorAll("[data-theme-switch]").forEach(themeSwitch);
  document.querySelectorAll("form[data-facets]").forEach(facets);
})();
