/* Maps: what folium's scripts call. Every text from a record becomes a text node here, never markup. */
(function () {
  "use strict";

  var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (window.L) {
    L.Map.mergeOptions({ zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });
  }

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  /* Draw a map when it comes near the window, once. */
  function add(id, start) {
    var canvas = document.getElementById(id);
    if (!canvas || !window.L) return;
    function run() {
      if (canvas.classList.contains("is-live")) return;
      canvas.classList.add("is-live");
      start();
    }
    if (!("IntersectionObserver" in window)) {
      run();
      return;
    }
    var observer = new IntersectionObserver(
      function (entries) {
        if (entries.some(function (entry) { return entry.isIntersecting; })) {
          observer.disconnect();
          run();
        }
      },
      { rootMargin: "400px" }
    );
    observer.observe(canvas);
    window.addEventListener("beforeprint", run);
  }

  function prepare(map, options) {
    L.control.zoom({ zoomInTitle: options.zoomIn, zoomOutTitle: options.zoomOut }).addTo(map);
    map.attributionControl.setPrefix(false);
    options.credits.forEach(function (credit) { map.attributionControl.addAttribution(credit); });
    if (options.scale) L.control.scale({ imperial: false }).addTo(map);
    north(options.north).addTo(map);
    if (options.bounds) {
      // Names and the choice of layers stand over the edges of a map of places.
      var side = Math.min(map.getSize().x * 0.15, 150);
      map.fitBounds(options.bounds, {
        paddingTopLeft: options.cover ? [8, 8] : [side / 2, 40],
        paddingBottomRight: options.cover ? [8, 8] : [side, 72],
        maxZoom: options.cover ? 2 : 13,
        animate: false
      });
    }
    if (options.cover && map.getSize().x < 700) fitHeight(map, options.bounds);
    if (options.graticule) {
      graticule(map);
      map.on("zoomend", nearness);
      nearness.call(map);
    }
    keyboard(map, options.close);
  }

  /* On a narrow screen a wide plan fills the height, begins at its west end beside the buttons, and is moved along. */
  function fitHeight(map, bounds) {
    var size = map.getSize();
    var height = bounds[1][0] - bounds[0][0];
    var zoom = Math.floor(Math.log2((size.y - 24) / height) * 4) / 4;
    map.setView([bounds[0][0] + height / 2, bounds[0][1] + (size.x / 2 - 60) / Math.pow(2, zoom)], zoom, { animate: false });
  }

  /* From some zoom on, the name of a town would claim to be a spot. */
  function nearness() {
    this.getPane("markerPane").classList.toggle("is-close", this.getZoom() >= 14);
  }

  function north(word) {
    var control = L.control({ position: "bottomright" });
    control.onAdd = function () {
      var node = make("div", "map-north", word);
      node.insertAdjacentElement("afterbegin", make("span", "map-north-arrow"));
      return node;
    };
    return control;
  }

  /* A popup takes the focus to its first link when it was opened by key, and gives it back when it closes. */
  function keyboard(map, closeWord) {
    var byKey = false;
    var opener = null;
    map.getContainer().addEventListener("keydown", function (event) {
      byKey = true;
      if (event.key === "Escape") map.closePopup();
    }, true);
    map.getContainer().addEventListener("pointerdown", function () { byKey = false; }, true);
    map.on("popupopen", function (event) {
      var node = event.popup.getElement();
      var close = node.querySelector(".leaflet-popup-close-button");
      if (close) {
        close.setAttribute("aria-label", closeWord);
        close.title = closeWord;
      }
      opener = byKey ? document.activeElement : null;
      var link = node.querySelector(".map-popup a");
      if (byKey && link) link.focus({ preventScroll: true });
    });
    map.on("popupclose", function () {
      if (opener && document.contains(opener)) opener.focus({ preventScroll: true });
      opener = null;
    });
  }

  /* Lines of equal latitude and longitude, at a step that suits the zoom, with their degrees at the edge. */
  var STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30];

  function degrees(value, step, positive, negative) {
    var digits = step < 0.01 ? 3 : step < 0.1 ? 2 : step < 1 ? 1 : 0;
    var sign = value > 1e-9 ? positive : value < -1e-9 ? negative : "";
    return Math.abs(value).toFixed(digits) + "°" + sign;
  }

  function graticule(map) {
    var pane = map.createPane("graticule");
    pane.classList.add("map-graticule-pane");
    var layer = L.layerGroup().addTo(map);
    var lineOptions = { pane: "graticule", interactive: false, className: "map-graticule", noClip: true };
    function mark(position, text, className) {
      var node = make("span", "", text);
      node.setAttribute("aria-hidden", "true");
      L.marker(position, {
        pane: "graticule", interactive: false, keyboard: false,
        icon: L.divIcon({ className: "map-degree " + className, html: node, iconSize: null })
      }).addTo(layer);
    }
    function draw() {
      layer.clearLayers();
      var bounds = map.getBounds();
      var width = Math.max(map.getSize().x, 1);
      var perPixel = (bounds.getEast() - bounds.getWest()) / width;
      var step = STEPS.filter(function (each) { return each / perPixel >= 90; })[0] || 30;
      var south = Math.max(bounds.getSouth(), -85);
      var northEdge = Math.min(bounds.getNorth(), 85);
      var index, lng, lat;
      for (index = Math.ceil(bounds.getWest() / step); index * step <= bounds.getEast(); index += 1) {
        lng = index * step;
        L.polyline([[south, lng], [northEdge, lng]], lineOptions).addTo(layer);
        mark([northEdge, lng], degrees(((lng + 540) % 360) - 180, step, "E", "W"), "map-degree-top");
      }
      for (index = Math.ceil(south / step); index * step <= northEdge; index += 1) {
        lat = index * step;
        L.polyline([[lat, bounds.getWest()], [lat, bounds.getEast()]], lineOptions).addTo(layer);
        mark([lat, bounds.getEast()], degrees(lat, step, "N", "S"), "map-degree-side");
      }
    }
    map.on("moveend resize", draw);
    draw();
  }

  function icon(options) {
    var node = make("span", "", options.text);
    if (options.line > 0) node.classList.add("map-line-" + Math.min(options.line, 4));
    if (options.line < 0) node.classList.add("map-above-" + Math.min(-options.line, 4));
    return L.divIcon({ className: "map-label " + options.className, html: node, iconSize: null });
  }

  function entry(item) {
    var node = make("li");
    var name = item.href ? make("a", "", item.label) : make("strong", "", item.label);
    if (item.href) name.setAttribute("href", item.href);
    node.appendChild(name);
    if (item.text) node.appendChild(make("span", "map-popup-text", item.text));
    if (item.note) node.appendChild(make("small", "", item.note));
    return node;
  }

  function popup(layer, data) {
    layer.bindPopup(
      function () {
        var list = make("ul", "map-popup");
        data.items.forEach(function (item) { list.appendChild(entry(item)); });
        return list;
      },
      { minWidth: 180, maxWidth: 300, maxHeight: 260, autoPanPadding: [24, 24] }
    );
  }

  function tip(layer, data) {
    var node = make("span", "", data.text);
    node.setAttribute("aria-hidden", "true");
    layer.bindTooltip(node, { permanent: true, direction: "center", className: "map-tip", interactive: false });
    if (!layer._map.qingguoTips) {
      layer._map.qingguoTips = true;
      layer._map.on("zoomend resize", thinTips);
    }
    thinTips.call(layer._map);
  }

  /* Of names that would lie upon each other, the later ones wait for a closer look. */
  function thinTips() {
    var map = this;
    window.cancelAnimationFrame(map.qingguoFrame);
    map.qingguoFrame = window.requestAnimationFrame(function () {
      var taken = [];
      map.getContainer().querySelectorAll(".map-tip").forEach(function (element) {
        element.classList.remove("is-crowded");
        var box = element.getBoundingClientRect();
        if (taken.some(function (other) { return overlap(box, other); })) element.classList.add("is-crowded");
        else taken.push(box);
      });
    });
  }

  /* Paths are not in the order of focus by themselves. */
  function reachable(path, data) {
    function mark() {
      var element = path.getElement();
      if (!element) return;
      element.setAttribute("tabindex", "0");
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", data.label);
    }
    path.on("add", mark);
    mark();
  }

  function cluster(group, data) {
    group.options.animate = !calm;
    group.options.iconCreateFunction = function (marker) {
      var node = make("span", "", String(marker.getChildCount()));
      node.appendChild(make("span", "visually-hidden", " " + data.label));
      return L.divIcon({ className: "map-label map-cluster", html: node, iconSize: null });
    };
  }

  /* The stops of a life, from the JSON in the page: a marker for each town, a line in the order of time. */
  function life(map, options) {
    var source = document.getElementById(options.data);
    var stops = source ? JSON.parse(source.textContent) : [];
    var towns = [];
    var byPlace = {};
    stops.forEach(function (stop, index) {
      var key = stop.lat + " " + stop.lng;
      if (!byPlace[key]) {
        byPlace[key] = { place: stop.place, at: [stop.lat, stop.lng], radius: stop.radius, items: [], numbers: [] };
        towns.push(byPlace[key]);
      }
      byPlace[key].numbers.push(index + 1);
      byPlace[key].items.push({ label: stop.date, href: "", text: stop.text, note: "" });
    });
    if (!towns.length) return;
    L.polyline(stops.map(function (stop) { return [stop.lat, stop.lng]; }), {
      className: "map-life-line", interactive: false
    }).addTo(map);
    towns.forEach(function (town) {
      L.circle(town.at, { radius: town.radius, className: "map-circle map-town-circle", interactive: false }).addTo(map);
      var marker = L.marker(town.at, {
        icon: L.divIcon({ className: "map-label map-stop", html: stopNode(town), iconSize: null }),
        riseOnHover: true
      }).addTo(map);
      town.items[town.items.length - 1].note = options.precision.replace("{metres}", String(town.radius));
      popup(marker, { items: town.items });
      town.marker = marker;
    });
    map.fitBounds(L.latLngBounds(towns.map(function (town) { return town.at; })), {
      padding: [56, 48], maxZoom: 10, animate: false
    });
    function thin() { spread(towns); }
    map.on("zoomend resize", thin);
    thin();
  }

  function stopNode(town) {
    var node = make("span", "map-stop-body");
    var shown = town.numbers.length > 4 ? town.numbers.slice(0, 3).concat(["…"]) : town.numbers;
    node.appendChild(make("span", "map-stop-number", shown.join(" ")));
    node.appendChild(make("span", "map-stop-name", town.place));
    return node;
  }

  /* A name stands below its number, or else at another side; where no side is free only the dot stays, and the popup. */
  var SIDES = ["", "is-above", "is-right", "is-left", "is-crowded"];

  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  function spread(towns) {
    var taken = [];
    towns.forEach(function (town) {
      var element = town.marker.getElement();
      if (!element) return;
      var free = SIDES.some(function (side) {
        SIDES.forEach(function (each) { if (each) element.classList.toggle(each, each === side); });
        if (side === "is-crowded") return false;
        var box = element.getBoundingClientRect();
        if (taken.some(function (other) { return overlap(box, other); })) return false;
        taken.push(box);
        return true;
      });
      town.marker.setZIndexOffset(free ? 0 : -1000);
    });
  }

  window.qingguoMaps = {
    add: add, prepare: prepare, icon: icon, popup: popup, tip: tip, reachable: reachable, cluster: cluster, life: life
  };
})();
