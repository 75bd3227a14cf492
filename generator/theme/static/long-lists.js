/* Facets and orders of a list that is spread over several pages. All lines come from scripts that are read when a reader first
   chooses something; what is found stands in the place of the page's own part. Without scripts the pages are turned. */
(function () {
  "use strict";

  var SHOWN = 200;

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  /* Read the scripts one after the other; each adds a part of the table. */
  function read(addresses, done, failed) {
    var parts = (window.qingguoTables = window.qingguoTables || []);
    if (!addresses.length) {
      done(parts);
      return;
    }
    var script = document.createElement("script");
    script.src = addresses[0];
    script.onload = function () { read(addresses.slice(1), done, failed); };
    script.onerror = failed;
    document.head.append(script);
  }

  function start(form) {
    var list = document.getElementById(form.getAttribute("data-facet-list"));
    if (!list) return;
    var body = list.parentNode;
    var own = Array.prototype.slice.call(list.children);
    var guides = Array.prototype.slice.call(body.querySelectorAll(".list-index, .list-pager"));
    var boxes = Array.prototype.slice.call(form.querySelectorAll("input[type=checkbox]"));
    var sort = form.elements.sort;
    var shown = form.querySelector("[data-shown]");
    var total = shown.textContent;
    var remark = make("p", "empty-state");
    remark.hidden = true;
    list.after(remark);
    var table = null;
    var state = "unread";

    function say(text) {
      remark.textContent = text || "";
      remark.hidden = !text;
    }

    function chosen() {
      var groups = {};
      boxes.forEach(function (box) {
        if (box.checked) (groups[box.name] = groups[box.name] || []).push(box.value);
      });
      return groups;
    }

    function order() {
      return sort && sort.selectedIndex > 0 ? sort.value : "";
    }

    function join(parts) {
      table = parts[0];
      for (var index = 1; index < parts.length; index += 1) table.rows = table.rows.concat(parts[index].rows);
      table.codes = table.values.map(function (values) {
        var codes = {};
        values.forEach(function (value, code) { codes[value] = code; });
        return codes;
      });
    }

    /* For each group the codes that are chosen in it; null where none is. */
    function wanted(groups) {
      return table.groups.map(function (name, group) {
        return groups[name] ? groups[name].map(function (value) { return table.codes[group][value]; }) : null;
      });
    }

    function meets(row, codes, except) {
      return codes.every(function (some, group) {
        return some === null || group === except || row[4][group].some(function (code) { return some.indexOf(code) >= 0; });
      });
    }

    function sorted(rows) {
      var name = order();
      if (!name) return rows;
      var column = table.orders.indexOf(name);
      var collator = new Intl.Collator("zh-Latn");
      return rows
        .map(function (row, place) { return { row: row, place: place }; })
        .sort(function (first, second) {
          var difference = column < 0
            ? collator.compare(first.row[2] || first.row[1], second.row[2] || second.row[1])
            : first.row[5 + column] - second.row[5 + column];
          return difference || first.place - second.place;
        })
        .map(function (each) { return each.row; });
    }

    function line(row) {
      var entry = make("li", "entry");
      var name = make("div", "entry-name");
      if (row[2]) {
        var pinyin = make("span", "pinyin", row[2]);
        pinyin.lang = "zh-Latn";
        name.append(pinyin);
      }
      var link = make("a", "name", row[1]);
      link.setAttribute("href", form.getAttribute("data-href").replace("*", row[0]));
      name.append(link);
      var meta = make("div", "entry-meta");
      meta.append(make("span", "", row[3]));
      entry.append(name, make("div", "entry-text"), meta);
      return entry;
    }

    function count(codes) {
      boxes.forEach(function (box) {
        var group = table.groups.indexOf(box.name);
        var code = table.codes[group][box.value];
        var found = 0;
        table.rows.forEach(function (row) {
          if (row[4][group].indexOf(code) >= 0 && meets(row, codes, group)) found += 1;
        });
        var label = box.parentNode;
        label.querySelector(".facet-count").textContent = String(found);
        label.classList.toggle("facet-none", found === 0);
      });
    }

    function showOwn() {
      list.replaceChildren.apply(list, own);
      guides.forEach(function (guide) { guide.hidden = false; });
      shown.textContent = total;
      say("");
    }

    function show() {
      var codes = wanted(chosen());
      var isWhole = codes.every(function (some) { return some === null; });
      count(codes);
      if (isWhole && !order()) {
        showOwn();
        return;
      }
      var found = sorted(table.rows.filter(function (row) { return meets(row, codes, -1); }));
      list.replaceChildren.apply(list, found.slice(0, SHOWN).map(line));
      guides.forEach(function (guide) { guide.hidden = true; });
      shown.textContent = String(found.length);
      say(!found.length ? form.getAttribute("data-none") : found.length > SHOWN ? form.getAttribute("data-more") : "");
    }

    function remember() {
      var groups = chosen();
      var parts = Object.keys(groups).map(function (name) { return name + "=" + encodeURIComponent(groups[name].join(" ")); });
      if (order()) parts.push("sort=" + encodeURIComponent(order()));
      try {
        window.history.replaceState(null, "", parts.length ? "#" + parts.join("&") : window.location.pathname + window.location.search);
      } catch (error) {
        /* A page opened from a folder may not write its address. */
      }
    }

    function restore() {
      var found = {};
      window.location.hash.replace(/^#/, "").split("&").forEach(function (part) {
        var at = part.indexOf("=");
        try {
          if (at > 0) found[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)).split(" ");
        } catch (error) {
          /* A broken address chooses nothing. */
        }
      });
      boxes.forEach(function (box) { box.checked = (found[box.name] || []).indexOf(box.value) >= 0; });
      if (sort) {
        sort.value = found.sort ? found.sort[0] : sort.options[0].value;
        if (sort.selectedIndex < 0) sort.selectedIndex = 0;
      }
      update();
    }

    function update() {
      if (state === "read") {
        show();
      } else if (state === "unread" && (order() || Object.keys(chosen()).length)) {
        state = "reading";
        say(form.getAttribute("data-loading"));
        read(
          form.getAttribute("data-tables").split(" "),
          function (parts) { join(parts); state = "read"; show(); },
          function () { state = "unread"; say(form.getAttribute("data-failed")); }
        );
      }
    }

    form.addEventListener("change", function () { remember(); update(); });
    form.addEventListener("reset", function () {
      window.setTimeout(function () { remember(); update(); });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("hashchange", function () {
      // A jump to a group of the list is no choice.
      if (window.location.hash.indexOf("=") > 0) restore();
    });
    form.hidden = false;
    if (window.location.hash.indexOf("=") > 0) restore();
  }

  document.querySelectorAll("form[data-facet-list]").forEach(start);
})();
