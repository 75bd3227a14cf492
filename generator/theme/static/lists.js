/* Keeps the choice of a list's facets in the address, so that a reload, a link or the way back finds the same list, and shows
   at each value how many rows it would leave. The filtering itself is in site.js. Without scripts the whole list stands. */
(function () {
  "use strict";

  function boxes(form) {
    return Array.prototype.slice.call(form.querySelectorAll("input[type=checkbox]"));
  }

  function read() {
    var state = {};
    window.location.hash
      .replace(/^#/, "")
      .split("&")
      .forEach(function (part) {
        var at = part.indexOf("=");
        if (at > 0) {
          try {
            state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)).split(" ");
          } catch (error) {
            /* A broken address chooses nothing. */
          }
        }
      });
    return state;
  }

  function restore(form) {
    var state = read();
    var sort = form.elements.sort;
    boxes(form).forEach(function (box) {
      box.checked = (state[box.name] || []).indexOf(box.value) >= 0;
    });
    form.dispatchEvent(new Event("change"));
    if (sort && state.sort) {
      sort.value = state.sort[0];
      if (sort.selectedIndex < 0) {
        sort.selectedIndex = 0;
      }
      sort.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function remember(form) {
    var groups = {};
    boxes(form).forEach(function (box) {
      if (box.checked) {
        (groups[box.name] = groups[box.name] || []).push(box.value);
      }
    });
    var parts = Object.keys(groups).map(function (name) {
      return name + "=" + encodeURIComponent(groups[name].join(" "));
    });
    var sort = form.elements.sort;
    if (sort && sort.selectedIndex > 0) {
      parts.push("sort=" + encodeURIComponent(sort.value));
    }
    try {
      window.history.replaceState(null, "", parts.length ? "#" + parts.join("&") : window.location.pathname + window.location.search);
    } catch (error) {
      /* A page opened from a folder may not write its address. */
    }
  }

  /* The counts: rows that all other groups leave and that have the value. A value without rows stays in its place. */
  function count(form, rows) {
    var chosen = {};
    boxes(form).forEach(function (box) {
      if (box.checked) {
        (chosen[box.name] = chosen[box.name] || []).push(box.value);
      }
    });
    function has(row, name, value) {
      return (row.getAttribute("data-" + name) || "").split(" ").indexOf(value) >= 0;
    }
    boxes(form).forEach(function (box) {
      var found = rows.filter(function (row) {
        return (
          has(row, box.name, box.value) &&
          Object.keys(chosen).every(function (name) {
            return name === box.name || chosen[name].some(has.bind(null, row, name));
          })
        );
      }).length;
      var label = box.parentNode;
      label.querySelector(".facet-count").textContent = String(found);
      label.classList.toggle("facet-none", found === 0);
    });
  }

  document.querySelectorAll("form[data-facets]").forEach(function (form) {
    var list = document.getElementById(form.getAttribute("data-facets"));
    if (!list) {
      return;
    }
    var rows = Array.prototype.slice.call(list.children);
    var restoring = false;

    function restoreFromAddress() {
      restoring = true;
      restore(form);
      restoring = false;
    }

    form.addEventListener("change", function () {
      count(form, rows);
      if (!restoring) {
        remember(form);
      }
    });
    form.addEventListener("reset", function () {
      window.setTimeout(function () {
        count(form, rows);
        remember(form);
      });
    });
    window.addEventListener("hashchange", restoreFromAddress);
    if (window.location.hash.indexOf("=") > 0) {
      restoreFromAddress();
    }
  });

  /* A table whose head is marked so can be sorted by each of its columns; a second touch turns the order round. */
  document.querySelectorAll("tr[data-sortable]").forEach(function (head) {
    var body = head.closest("table").tBodies[0];
    Array.prototype.forEach.call(head.cells, function (cell, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort-button";
      button.textContent = cell.textContent;
      cell.replaceChildren(button);
      button.addEventListener("click", function () {
        var descending = cell.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(head.cells, function (each) {
          each.removeAttribute("aria-sort");
        });
        cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
        Array.prototype.slice
          .call(body.rows)
          .sort(function (first, second) {
            var difference = first.cells[column].textContent.localeCompare(second.cells[column].textContent, document.documentElement.lang);
            return descending ? -difference : difference;
          })
          .forEach(function (row) {
            body.append(row);
          });
      });
    });
  });
})();
