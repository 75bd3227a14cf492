/* Search, fifth part: makes the nodes of the results. Every text of the data becomes a text node, never markup. */
(function () {
  "use strict";

  const IN_BOX = { group: 5, total: 10 };
  const ON_PAGE = 30;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function filled(words, key, values) {
    return words[key].replace(/\{(\w+)\}/g, (blank, name) => (name in values ? String(values[name]) : blank));
  }

  function marked(className, text, ranges) {
    const made = element("span", className);
    let position = 0;
    for (const [from, to] of ranges) {
      made.append(text.slice(position, from), element("mark", "", text.slice(from, to)));
      position = to;
    }
    made.append(text.slice(position));
    return made;
  }

  function link(shown, words, address) {
    const made = element("a", "search-result", marked("search-title", shown.title.text, shown.title.ranges));
    made.href = address(shown.url);
    if (shown.alias) {
      const role = element("span", "search-alias-role", words["search_role_" + shown.alias.role]);
      const alias = marked("search-alias", shown.alias.text, shown.alias.ranges);
      alias.prepend(role, " ");
      made.append(" ", alias);
    }
    if (shown.excerpt) {
      made.append(" ", marked("search-excerpt", shown.excerpt.text, shown.excerpt.ranges));
    }
    return made;
  }

  /* The hits by kind, the kind of the best hit first and sources last. */
  function grouped(hits) {
    const groups = new Map();
    for (const hit of hits) {
      const kind = hit.row.kind;
      if (!groups.has(kind)) {
        groups.set(kind, []);
      }
      groups.get(kind).push(hit);
    }
    /* A source names a page elsewhere, so it stands behind all that this site itself tells. */
    const sources = groups.get("source");
    if (sources) {
      groups.delete("source");
      groups.set("source", sources);
    }
    return groups;
  }

  /* The results as the options of a list box: the first of each kind, and a way to all of them. */
  function options(hits, engine, prefix, address, all) {
    const words = engine.data.words;
    const nodes = [];
    let count = 0;
    for (const [kind, members] of grouped(hits)) {
      const shown = members.slice(0, Math.min(IN_BOX.group, IN_BOX.total - count));
      if (!shown.length) {
        break;
      }
      const title = element("div", "search-group-title", words["search_kind_" + kind]);
      title.id = prefix + "-kind-" + kind;
      title.setAttribute("role", "presentation");
      const group = element("div", "search-group", title);
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", title.id);
      shown.forEach((hit) => group.append(link(engine.present(hit), words, address)));
      count += shown.length;
      nodes.push(group);
    }
    if (count < hits.length) {
      const more = element("a", "search-result search-all", filled(words, "search_all", { count: hits.length }));
      more.href = all;
      nodes.push(more);
    }
    nodes.flatMap((node) => (node.matches("a") ? [node] : Array.from(node.querySelectorAll("a")))).forEach((option, place) => {
      option.id = prefix + "-option-" + place;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
    });
    return nodes;
  }

  /* The results as headings with lists of links. */
  function sections(hits, engine, prefix, address) {
    const words = engine.data.words;
    return Array.from(grouped(hits), ([kind, members]) => {
      const count = element("span", "search-group-count", String(members.length));
      const title = element("h2", "search-group-title", words["search_kind_" + kind], " ", count);
      title.id = prefix + "-kind-" + kind;
      const list = element("ul", "search-list");
      const section = element("section", "search-group", title, list);
      section.setAttribute("aria-labelledby", title.id);
      const more = element("button", "search-more");
      more.type = "button";
      function extend() {
        const before = list.children.length;
        const next = members.slice(before, before + ON_PAGE);
        next.forEach((hit) => list.append(element("li", "", link(engine.present(hit), words, address))));
        const left = members.length - list.children.length;
        if (left > 0) {
          more.textContent = filled(words, "search_more", { count: Math.min(left, ON_PAGE) });
          section.append(more);
        } else {
          more.remove();
        }
        return list.children[before].firstChild;
      }
      more.addEventListener("click", () => extend().focus());
      extend();
      return section;
    });
  }

  function nothing(words, query) {
    return element(
      "div",
      "search-none",
      element("p", "search-none-title", filled(words, "search_none", { query: query })),
      element("p", "search-none-advice", words.search_advice),
    );
  }

  window.qingguoSearchView = { filled, nothing, options, sections };
})();
