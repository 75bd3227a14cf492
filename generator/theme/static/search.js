/* Search, last part: the forms of the page. Loads the data when a reader begins, and answers to typing and keys.

   Works on each <form data-search="box|page"> that holds .search-input, .search-hint, .search-results and .search-status;
   a box also holds a .search-popup around hint and results. Its attributes: data-search-root (the address of the
   language's root), data-search-names and data-search-text (the two data files, which of a large collection tell of
   its parts), data-search-loading and data-search-failed (words), and data-search-explicit-index where links must name
   index.html.
   The box is an ARIA combobox with a list box; the page has headings and lists of links. Without this script the box is a
   plain form that leads to the search page. Data are scripts, not fetched, since a page opened from a folder may not fetch. */
(function () {
  "use strict";

  const view = window.qingguoSearchView;
  const STATUS_DELAY = 200; /* Milliseconds: a screen reader is told of the count when typing pauses. */
  const TEXTS_DELAY = 250; /* Milliseconds: the texts of a large collection are asked for when typing pauses. */
  const TEXTS_AT_ONCE = { box: 4, page: 8 }; /* Parts of a large collection's texts that a query loads, some 50 KB each. */

  const loading = new Map();

  function loadScript(address, name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => (window[name] ? resolve(window[name]) : reject(new Error(address))));
      script.addEventListener("error", () => { script.remove(); reject(new Error(address)); });
      document.head.append(script);
    });
  }

  /* Loads a data file once for all forms; after a failure the next call tries again. */
  function load(address, name) {
    if (!loading.has(address)) {
      loading.set(address, loadScript(address, name));
      loading.get(address).catch(() => loading.delete(address));
    }
    return loading.get(address);
  }

  /* Loads a part, which nobody but the asking engine keeps. A script's load event follows it before any other runs. */
  async function loadPart(address) {
    const part = await loadScript(address, "qingguoSearchPart");
    window.qingguoSearchPart = undefined;
    document.head.querySelectorAll("script").forEach((each) => each.getAttribute("src") === address && each.remove());
    return part;
  }

  const engines = new Map();

  function engineFor(form) {
    /* A form in the body of a page is written before the data files are; the box in the header, on every page, names them. */
    const { searchNames, searchText } = (form.dataset.searchNames ? form : document.querySelector("form[data-search=box]")).dataset;
    if (!engines.has(searchNames)) {
      const engine = load(searchNames, "qingguoSearch").then((data) => new window.qingguoSearchEngine(data));
      const folder = searchNames.slice(0, searchNames.lastIndexOf("/") + 1);
      const loadText = () => load(searchText, "qingguoSearchText");
      const withText = engine.then((made) => (made.data.parts
        ? new window.qingguoSearchParts(made, loadText, (path) => loadPart(folder + path))
        : loadText().then((text) => new Promise((resolve) => made.addText(made.rows, text, () => resolve(null))))
      ));
      engines.set(searchNames, { engine, withText });
      withText.catch(() => engines.delete(searchNames));
    }
    return engines.get(searchNames);
  }

  class Search {
    constructor(form) {
      this.form = form;
      this.input = form.querySelector(".search-input");
      this.hint = form.querySelector(".search-hint");
      this.results = form.querySelector(".search-results");
      this.status = form.querySelector(".search-status");
      this.message = document.createElement("div");
      this.message.hidden = true;
      this.results.before(this.message);
      this.results.id = this.input.id + "-list";
      this.engine = null;
      this.parts = null;
      this.partial = false; /* Whether only the best names have come, of those that a short query fits. */
      this.left = 0; /* Parts of the texts that were not searched. */
      this.setState("idle");
      this.input.addEventListener("focus", () => this.begin());
      this.input.addEventListener("input", (event) => event.isComposing || this.update());
      this.input.addEventListener("compositionend", () => this.update());
      form.addEventListener("keydown", (event) => {
        /* While an input method composes, keys are its own; some browsers say so by code 229 only. */
        if (!event.isComposing && event.keyCode !== 229 && this.key(event.key, event)) {
          event.preventDefault();
        }
      });
    }

    setState(state) {
      this.form.dataset.searchState = state;
    }

    begin() {
      if (this.form.dataset.searchState === "loading" || this.engine) {
        return;
      }
      this.setState("loading");
      const { engine, withText } = engineFor(this.form);
      engine.then((made) => { this.engine = made; this.setState("names"); this.update(); }, () => this.fail());
      withText.then((parts) => { this.parts = parts; this.setState("ready"); this.update(); }, () => this.fail());
    }

    fail() {
      this.setState("failed");
      this.update();
    }

    address(url) {
      const [, path, fragment] = url.match(/^([^#]*)(.*)$/s);
      const names = "searchExplicitIndex" in this.form.dataset && /(^|\/)$/.test(path);
      return this.form.dataset.searchRoot + path + (names ? "index.html" : "") + fragment;
    }

    update() {
      const query = this.input.value.trim();
      this.left = 0;
      if (this.parts && query !== this.asked) {
        this.ask(query, TEXTS_AT_ONCE[this.form.dataset.search]);
      }
      this.render(query);
    }

    /* Asks for the parts that a query needs and renders as they come: names at once, texts when the reader pauses. */
    async ask(query, limit) {
      this.asked = query;
      this.partial = false;
      const isStale = () => this.asked !== query;
      if (!query) {
        this.setState("ready");
        return;
      }
      this.setState("names");
      try {
        const isWhole = await this.parts.names(query);
        if (isStale()) {
          return;
        }
        this.partial = !isWhole;
        this.render(query);
        await new Promise((resolve) => { window.setTimeout(resolve, TEXTS_DELAY); });
        const left = isStale() ? 0 : await this.parts.texts(query, limit);
        if (!isStale()) {
          this.left = left;
          this.setState("ready");
          this.render(query);
        }
      } catch (error) {
        if (!isStale()) {
          this.asked = null;
          this.setState("failed");
          this.render(query);
        }
      }
    }

    render(query) {
      const hits = query && this.engine ? this.engine.find(query) : [];
      this.hint.hidden = query !== "";
      this.message.hidden = true;
      this.results.hidden = hits.length === 0;
      this.show(hits, query);
      if (!query) {
        this.say("");
      } else if (hits.length) {
        this.say(this.counted(hits.length));
      } else {
        this.explain(query);
      }
    }

    counted(count) {
      const { words } = this.engine.data;
      return view.filled(words, this.partial ? "search_partial" : count === 1 ? "search_count_one" : "search_count_many", { count });
    }

    /* Why nothing is shown for a query: the data are on their way, did not come, or have nothing like it. */
    explain(query) {
      const { searchState, searchLoading, searchFailed } = this.form.dataset;
      if (searchState === "ready" && !this.left) {
        this.message.replaceChildren(view.nothing(this.engine.data.words, query));
      } else if (searchState === "ready") {
        this.message.textContent = view.filled(this.engine.data.words, "search_unfinished", { query });
      } else {
        this.message.textContent = searchState === "failed" ? searchFailed : searchLoading;
      }
      this.say(this.message.textContent);
      this.message.hidden = false;
    }

    say(text) {
      window.clearTimeout(this.saying);
      this.saying = window.setTimeout(() => { this.status.textContent = text; }, STATUS_DELAY);
    }
  }

  class Box extends Search {
    constructor(form) {
      super(form);
      this.popup = form.querySelector(".search-popup");
      this.active = null;
      /* A search field may not have the role of a combobox; a text field may. */
      this.input.type = "text";
      const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-haspopup": "listbox", "aria-controls": this.results.id, enterkeyhint: "search" };
      Object.entries(attributes).forEach(([name, value]) => this.input.setAttribute(name, value));
      this.results.setAttribute("role", "listbox");
      this.hint.id = this.input.id + "-hint";
      this.input.setAttribute("aria-describedby", this.hint.id);
      this.input.addEventListener("focus", () => this.open(true));
      this.popup.addEventListener("mousedown", (event) => event.preventDefault());
      form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.open(false));
    }

    options() {
      return Array.from(this.results.querySelectorAll("[role=option]"));
    }

    open(wanted) {
      this.popup.hidden = !wanted;
      this.input.setAttribute("aria-expanded", String(wanted && !this.results.hidden));
      if (!wanted) {
        this.activate(null);
      }
    }

    show(hits, query) {
      const before = this.active && this.active.href;
      const all = new URL(this.form.action);
      all.searchParams.set("q", query);
      this.results.replaceChildren(...(hits.length ? view.options(hits, this.engine, this.input.id, (url) => this.address(url), all.href) : []));
      if (this.engine) {
        this.results.setAttribute("aria-label", this.engine.data.words.search_results);
      }
      this.activate(this.options().find((option) => option.href === before) || null);
      this.open(document.activeElement === this.input);
    }

    activate(option) {
      if (this.active) {
        this.active.setAttribute("aria-selected", "false");
      }
      this.active = option;
      if (option) {
        option.setAttribute("aria-selected", "true");
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    /* Answers a key; true where the browser shall do nothing more. */
    key(key) {
      if (key === "ArrowDown" || key === "ArrowUp") {
        this.open(true);
        const options = this.options();
        const step = key === "ArrowDown" ? 1 : -1;
        const from = this.active ? options.indexOf(this.active) : step > 0 ? -1 : 0;
        this.activate(options.length ? options[(from + step + options.length) % options.length] : null);
        return true;
      }
      if (key === "Enter" && this.active) {
        this.active.click();
        return true;
      }
      if (key === "Escape") {
        if (this.popup.hidden) {
          this.input.value = "";
          this.update();
        }
        this.open(false);
        return true;
      }
      return false;
    }
  }

  class Page extends Search {
    constructor(form) {
      super(form);
      this.deeper = document.createElement("button");
      this.deeper.type = "button";
      this.deeper.className = "search-more search-deeper";
      this.deeper.addEventListener("click", () => this.ask(this.asked, TEXTS_AT_ONCE.page));
      form.addEventListener("submit", (event) => { event.preventDefault(); this.begin(); this.update(); });
      const asked = new URLSearchParams(window.location.search).get("q");
      if (asked) {
        this.input.value = asked;
        this.begin();
      }
    }

    show(hits, query) {
      const address = (url) => this.address(url);
      this.results.replaceChildren(...(hits.length ? view.sections(hits, this.engine, this.input.id, address) : []));
      if (this.left) {
        this.deeper.textContent = view.filled(this.engine.data.words, "search_deeper", { count: this.left });
        this.results.after(this.deeper);
      } else {
        this.deeper.remove();
      }
      this.remember(query);
    }

    remember(query) {
      const address = new URL(window.location.href);
      if (query) {
        address.searchParams.set("q", query);
      } else {
        address.searchParams.delete("q");
      }
      try {
        window.history.replaceState(null, "", address);
      } catch (error) {
        /* A page opened from a folder may not change its address; the search works without it. */
      }
    }

    key(key, event) {
      if (key !== "ArrowDown" && key !== "ArrowUp") {
        return false;
      }
      const stops = [this.input, ...this.results.querySelectorAll("a")];
      const next = stops[stops.indexOf(event.target) + (key === "ArrowDown" ? 1 : -1)];
      if (next) {
        next.focus();
      }
      return Boolean(next);
    }
  }

  const searches = Array.from(document.querySelectorAll("form[data-search]"), (form) => (
    form.dataset.search === "page" ? new Page(form) : new Box(form)
  ));

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing) {
      return;
    }
    const visible = searches.filter((search) => search.input.getClientRects().length > 0);
    const wanted = visible.find((search) => search instanceof Page) || visible[0];
    if (wanted) {
      event.preventDefault();
      wanted.input.focus();
      wanted.input.select();
    }
  });
})();
