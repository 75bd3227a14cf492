/* Search, seventh part: what the box and the page have in common: a field that asks, and the words that tell of the result.

   Works on a <form data-search="box|page"> that holds .search-input, .search-hint, .search-results and .search-status.
   Its attributes: data-search-root (the address of the language's root), data-search-names and data-search-text (the two
   data files, which of a large collection tell of its parts), data-search-loading and data-search-failed (words), and
   data-search-explicit-index where links must name index.html. */
(function () {
  "use strict";

  const view = window.qingguoSearchView;
  const STATUS_DELAY = 200; /* Milliseconds: a screen reader is told of the count when typing pauses. */
  const TEXTS_DELAY = 250; /* Milliseconds: the texts of a large collection are asked for when typing pauses. */
  const TEXTS_AT_ONCE = { box: 4, page: 8 }; /* Parts of a large collection's texts that a query loads, some 50 KB each. */

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
      const { engine, withText } = window.qingguoSearchEngineFor(this.form);
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
        this.ask(query);
      } else {
        this.render(query);
      }
    }

    /* Asks for the parts that a query needs and renders as they come: names at once, texts when the reader pauses. */
    async ask(query) {
      this.asked = query;
      const isStale = () => this.asked !== query;
      const { isWhole, coming } = this.parts.names(query);
      this.partial = !isWhole;
      this.setState(!query ? "ready" : coming ? "loading" : "names");
      this.render(query);
      if (!query) {
        return;
      }
      try {
        if (coming) {
          await coming;
          if (isStale()) {
            return;
          }
          this.setState("names");
          this.render(query);
        }
        await new Promise((resolve) => { window.setTimeout(resolve, TEXTS_DELAY); });
        const left = isStale() ? 0 : await this.parts.texts(query, TEXTS_AT_ONCE[this.form.dataset.search]);
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

  window.qingguoSearchForm = Search;
})();
