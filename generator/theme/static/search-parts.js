/* Search, fourth part: which files of a large collection a query needs. generator/search/parts.py describes them.

   new qingguoSearchParts(engine, loadTexts, load): `loadTexts()` promises window.qingguoSearchText, `load(address)` the data of
   a part by its address. names(typed) loads the names that the query can fit; texts(typed, limit) some of the texts that can
   have its words, the most useful first, and promises how many are left. Both hand what they load to the engine. */
(function () {
  "use strict";

  const { HAN, readQuery } = window.qingguoSearchWords;
  const match = window.qingguoSearchMatch;
  const FIRST_SIGN = 0xa1; /* as in generator/search/text_filter.py */
  const BEGINNINGS = [8, 6, 4, 3, 2, 1]; /* as in terms.py */
  const FIRST_TERMS = 3; /* Terms of a word that are looked up at once: the first, the middle and the last rule out most. */
  const MOST_TERMS = 8;
  const FEW_PARTS = 3; /* So few parts need no further terms to rule some out. */
  const SUMMARISED = 3; /* Hits whose texts are loaded for their summaries alone. */
  const MOST_ROWS = 24000; /* So many are read in some milliseconds; they are forgotten before the next query. */
  const MOST_TEXTS = 64; /* A word is looked for in so many within a millisecond. */

  /* ---- terms, as in generator/search/terms.py ---- */

  function hashed(letters) {
    let found = 0;
    for (const letter of letters) {
      found = (found * 37 + letter.charCodeAt(0)) & 0x7fffff;
    }
    return String.fromCharCode(found & 0x7f, found >> 7);
  }

  /* What a text with this word must have, each as two UTF-16 units; the most telling first. */
  function termsOf(word) {
    const pairs = [];
    for (let at = 0; at + 1 < word.length; at += 1) {
      if (word.charCodeAt(at) >= 0x80 && word.charCodeAt(at + 1) >= 0x80) {
        pairs.push(word.slice(at, at + 2));
      }
    }
    const latin = (word.match(/[a-z0-9]+/g) || []).map((each) => hashed(each.slice(0, BEGINNINGS.find((length) => length <= each.length))));
    const terms = [...latin, ...pairs];
    const all = terms.length ? terms : Array.from(word.match(/[^\0-\x7f]/g) || [], (unit) => unit + "\0");
    const unique = Array.from(new Set(all)).slice(0, MOST_TERMS);
    const first = [0, unique.length >> 1, unique.length - 1];
    return Array.from(new Set([...first.map((place) => unique[place]), ...unique])).filter(Boolean);
  }

  function readList(signs, count) {
    if (signs === "*") {
      return Array.from({ length: count }, (_, part) => part);
    }
    return Array.from(signs, (sign) => sign.charCodeAt(0) - FIRST_SIGN);
  }

  /* The file of the last row whose second value is not above `value`, of rows in the order of these; null before all. */
  function fileBefore(rows, value) {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = rows[middle][1] <= value ? [middle + 1, high] : [low, middle];
    }
    return low ? rows[low - 1][0] : null;
  }

  class Parts {
    constructor(engine, loadTexts, load) {
      const { heads = [], leaves = [] } = engine.data.parts;
      this.engine = engine;
      this.loadTexts = loadTexts;
      this.load = load;
      this.textFiles = [];
      this.filterFiles = [];
      this.leaves = leaves;
      this.heads = new Map(heads.flatMap(([file, keys]) => keys.split(" ").map((key) => [key, file])));
      this.filters = new Map();
      this.namesAsked = new Map();
      this.namesHere = new Set();
      this.textsAsked = new Map();
    }

    /* ---- names ---- */

    /* The file with the names that a form can fit, and whether it has only the best of them. Letters before a Han
       character and what begins with that are looked up each by itself: either is enough. */
    place(form) {
      const points = Array.from(form);
      const han = points.findIndex((each) => HAN.test(each));
      const found = han > 0 ? [points.slice(0, han), points.slice(han)].map((each) => this.placeOf(each)) : [this.placeOf(points)];
      return found.find(({ isCut }) => !isCut) || found[found.length - 1];
    }

    placeOf(points) {
      for (let length = 1; length <= points.length; length += 1) {
        const beginning = points.slice(0, length).join("");
        if (!this.heads.has(beginning)) {
          return { file: fileBefore(this.leaves, beginning), isCut: false };
        }
      }
      return { file: points.length ? this.heads.get(points.join("")) : null, isCut: points.length > 0 };
    }

    /* A ü may be written u, as the plain form has it, so no form needs a second look. */
    places(word) {
      return word.forms.map(({ plain }) => this.place(plain));
    }

    /* Whether a query gets all names that it fits or only the best of them, and a promise of those that have not come,
       null where none is missing. */
    names(typed) {
      if (this.engine.rows.length > MOST_ROWS || this.textsAsked.size > MOST_TEXTS) {
        this.forget();
      }
      if (!this.leaves.length) {
        return { isWhole: true, coming: null };
      }
      const query = readQuery(typed, this.engine.pairs);
      const whole = this.places(query.whole);
      const words = query.words.length > 1 ? query.words.flatMap((word) => this.places(word)) : [];
      const files = new Set([...whole, ...words].map(({ file }) => file).filter((file) => file && !this.namesHere.has(file)));
      const load = (file) => this.once(this.namesAsked, file, (columns) => { this.engine.addRows(columns); this.namesHere.add(file); });
      return { isWhole: !whole.some(({ isCut }) => isCut), coming: files.size ? Promise.all(Array.from(files, load)) : null };
    }

    /* Loads a file once; after a failure the next call tries again. */
    once(asked, file, use) {
      if (!asked.has(file)) {
        const coming = this.load(file).then((data) => (asked.get(file) === coming ? use(data) : undefined));
        asked.set(file, coming);
        coming.catch(() => asked.delete(file));
      }
      return asked.get(file);
    }

    forget() {
      const { data } = this.engine;
      this.engine.forget();
      if (data.titles) {
        this.engine.addRows(data);
      }
      this.namesAsked.clear();
      this.namesHere.clear();
      this.textsAsked.clear();
    }

    /* ---- texts ---- */

    async partsWithTerm(term) {
      const file = fileBefore(this.filterFiles, term.charCodeAt(0) + 0x10000 * term.charCodeAt(1));
      const lists = await this.once(this.filters, file || this.filterFiles[0][0], (data) => {
        const each = data.lists.split(" ");
        return new Map(each.map((signs, place) => [data.keys.slice(2 * place, 2 * place + 2), signs]));
      });
      return new Set(lists.has(term) ? readList(lists.get(term), this.textFiles.length) : []);
    }

    async partsWithWord(word) {
      const terms = termsOf(word);
      let parts = null;
      for (let at = 0; at < terms.length && (!parts || parts.length > FEW_PARTS); at += FIRST_TERMS) {
        const sets = await Promise.all(terms.slice(at, at + FIRST_TERMS).map((term) => this.partsWithTerm(term)));
        parts = (parts || Array.from(sets[0])).filter((part) => sets.every((set) => set.has(part)));
      }
      return new Set(parts || []);
    }

    /* The parts that can have an entry that fits all words: each by its text or, beside others, by its names. */
    async partsFor(query) {
      const several = query.words.length > 1;
      const sets = await Promise.all(query.words.map(async (word) => {
        if (several && this.leaves.length && this.places(word).some(({ isCut }) => isCut)) {
          return null;
        }
        const parts = this.engine.isInTexts(word.inText, several) ? await this.partsWithWord(word.inText) : new Set();
        for (const row of several ? this.engine.rows : []) {
          if (row.part !== undefined && !parts.has(row.part) && match.matchNames(row.names, word, true)) {
            parts.add(row.part);
          }
        }
        return parts;
      }));
      const known = sets.filter(Boolean);
      return this.textFiles.map((_, part) => part).filter((part) => known.length && known.every((set) => set.has(part)));
    }

    /* Loads at most `limit` parts; promises the number of those that are left. */
    async texts(typed, limit) {
      const { parts, filter } = await this.loadTexts();
      [this.textFiles, this.filterFiles] = [parts, filter];
      const query = readQuery(typed, this.engine.pairs);
      const ofHits = this.engine.find(typed).slice(0, SUMMARISED).map(({ row }) => row.part).filter((part) => part !== undefined);
      const wanted = new Set([...ofHits, ...(await this.partsFor(query))]);
      const left = Array.from(wanted).filter((part) => !this.textsAsked.has(this.textFiles[part]));
      const coming = Array.from(wanted).filter((part) => !left.includes(part)).concat(left.splice(0, limit));
      await Promise.all(coming.map((part) => this.once(this.textsAsked, this.textFiles[part], (data) => (
        new Promise((resolve) => this.engine.addText(this.rowsOf(data, part), data, resolve))
      ))));
      return left.length;
    }

    rowsOf(data, part) {
      const rows = this.engine.addRows(data);
      rows.forEach((row) => { row.part = part; });
      return rows;
    }
  }

  window.qingguoSearchParts = Parts;
})();
