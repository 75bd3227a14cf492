/* Search, sixth part: loads the data when a reader begins, once for all forms of a page. Data are scripts, not fetched,
   since a page opened from a folder may not fetch. */
(function () {
  "use strict";

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

  window.qingguoSearchEngineFor = engineFor;
})();
