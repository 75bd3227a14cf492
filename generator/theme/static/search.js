/* Search, last part: the forms of the page, and how each shows results and answers to keys.

   A box, <form data-search="box">, also holds a .search-popup around hint and results. It is an ARIA combobox with a list
   box; the page has headings and lists of links. Without this script the box is a plain form that leads to the search page. */
(function () {
  "use strict";

  const view = window.qingguoSearchView;
  const Search = window.qingguoSearchForm;

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
      this.deeper.addEventListener("click", () => this.ask(this.asked));
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
