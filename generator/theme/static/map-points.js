/* Maps of very many points: these come from a script of their own once the map is near the window, and stand in clusters. */
(function () {
  "use strict";

  var waiting = {};

  /* Each script of points is read once for all layers of a map. */
  function whenRead(address, call) {
    var read = window.qingguoPoints || {};
    if (read[address]) {
      call(read[address]);
      return;
    }
    if (waiting[address]) {
      waiting[address].push(call);
      return;
    }
    waiting[address] = [call];
    var script = document.createElement("script");
    script.src = address;
    script.onload = function () {
      read = window.qingguoPoints = window.qingguoPoints || {};
      read[address] = read.last;
      waiting[address].forEach(function (each) { each(read[address]); });
    };
    document.head.append(script);
  }

  /* A row: latitude, longitude, radius in metres, id, name, text, and whether the radius is too wide for a pin. */
  function marker(rows, options) {
    var first = rows[0];
    var isRough = first[6];
    var layer = L.marker([first[0], first[1]], {
      icon: qingguoMaps.icon({
        text: rows.length > 1 ? options.number.replace("{count}", rows.length) : first[4],
        className: (isRough ? "map-rough" : "map-pin") + " " + options.className
      })
    });
    qingguoMaps.popup(layer, {
      items: rows.map(function (row) {
        return {
          label: row[4],
          href: options.href.replace("*", row[3]),
          text: row[5],
          note: row[6] ? options.precision.replace("{metres}", row[2]) : ""
        };
      })
    });
    if (isRough) {
      // The circle of true radius stands as long as the name beside it is no part of a cluster.
      var circle = L.circle([first[0], first[1]], {
        radius: first[2], className: "map-circle " + options.className, interactive: false, fill: true
      });
      layer.on("add", function () { circle.addTo(layer._map); });
      layer.on("remove", function () { circle.remove(); });
    }
    return layer;
  }

  window.qingguoMaps.points = function (cluster, options) {
    whenRead(options.src, function (kinds) {
      var places = {};
      (kinds[options.kind] || []).forEach(function (row) {
        var key = row[0] + " " + row[1] + " " + row[6];
        (places[key] = places[key] || []).push(row);
      });
      cluster.options.chunkedLoading = true;
      cluster.addLayers(Object.keys(places).map(function (key) { return marker(places[key], options); }));
    });
  };
})();
