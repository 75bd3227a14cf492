/* Search, third part: finds the entries of the index for a query, ranks them, and says what to show of each.

   new qingguoSearchEngine(data) takes window.qingguoSearch; addText takes window.qingguoSearchText, later. */
(function () {
  "use strict";

  const { readPairs, readQuery, textFolder } = window.qingguoSearchWords;
  const match = window.qingguoSearchMatch;
  const IN_TEXT = 7;
  const BEFORE = { han: 16, latin: 40 };
  const AFTER = { han: 56, latin: 120 };

  /* Sorted ranges [from, to) of which those that meet are one. */
  function joined(ranges) {
    const result = [];
    for (const range of ranges.sort((one, other) => one[0] - other[0])) {
      const last = result[result.length - 1];
      if (last && range[0] <= last[1]) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        result.push(range.slice());
      }
    }
    return result;
  }

  /* As Kind in generator/search/entry.py: among equals the groups stand in this order. */
  const KINDS = ["figure", "site", "base", "page", "source", "route"];

  function byRank(one, other) {
    const [first, second] = [one.row, other.row];
    return one.score - other.score || second.prominence - first.prominence || first.place - second.place || (first.url < second.url ? -1 : Number(first.url > second.url));
  }

  class Engine {
    constructor(data) {
      this.data = data;
      this.pairs = readPairs(data.fold);
      this.fold = textFolder(this.pairs);
      this.shared = new Map();
      this.elements = match.elementMaker(data.readings, this.pairs, this.shared);
      this.forget();
      if (data.titles) {
        this.addRows(data);
      }
    }

    /* Forgets rows and texts, of which a large collection brings more with each query. */
    forget() {
      this.rows = [];
      this.byUrl = new Map();
      this.beginnings = new Map(); /* For each element with which a query may begin, the numbers of its entries. */
      this.blocks = [];
    }

    /* Takes entries as the columns of a file, which may have `readings` of its own, and answers their rows. Files of a
       large collection may bring an entry again. */
    addRows(columns) {
      const kinds = columns.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
      const elements = columns.readings === this.data.readings || !columns.readings ? this.elements : match.elementMaker(columns.readings, this.pairs, this.shared);
      return columns.titles.map((title, place) => {
        const url = columns.urls[place];
        const known = this.data.parts && this.byUrl.get(url);
        if (known) {
          return known;
        }
        const names = this.readNames(columns.names[place], title, elements);
        const part = columns.places && columns.places[place];
        const kind = kinds[place];
        const row = { entry: this.rows.length, kind, place: KINDS.indexOf(kind), url, title, prominence: columns.prominence[place], names, part, summary: "", text: null };
        this.rows.push(row);
        this.addBeginnings(row);
        this.byUrl.set(url, row);
        return row;
      });
    }

    addBeginnings({ names, entry }) {
      for (const name of names) {
        for (const element of name.elements) {
          const entries = element.begins ? this.beginnings.get(element) : null;
          if (entries) {
            entries.push(entry);
          } else if (element.begins) {
            this.beginnings.set(element, [entry]);
          }
        }
      }
    }

    readNames(packed, title, elements) {
      const names = [];
      for (const part of packed ? packed.split("\t") : ["f"]) {
        const bar = part.lastIndexOf("|");
        const text = part.slice(1, bar < 0 ? undefined : bar);
        const exception = bar < 0 ? "" : part.slice(bar + 1);
        if (!names.length) {
          const own = text ? "" : exception;
          names.push({ role: text ? "f" : part[0], text: title, isTitle: true, elements: elements(title, own) });
        }
        if (/[A-Z]/.test(part[0])) {
          const end = Array.from(title).slice(-Number(text)).join("");
          const length = match.spans(end, this.pairs).length;
          names.push({ role: part[0].toLowerCase(), text: end, isTitle: false, elements: names[0].elements.slice(-length) });
        } else if (text) {
          names.push({ role: part[0], text: text, isTitle: false, elements: elements(text, exception) });
        }
      }
      return names;
    }

    /* Takes the texts of rows and folds them in slices, so that the page answers meanwhile; calls `done` at the end. */
    addText(rows, { summaries, texts }, done) {
      const folded = [];
      const slice = () => {
        for (let count = 0; count < 1000 && folded.length < texts.length; count += 1) {
          const place = folded.length;
          folded.push(this.fold(summaries[place] + "\n" + texts[place] + "\n"));
        }
        if (folded.length < texts.length) {
          window.setTimeout(slice, 0);
          return;
        }
        let end = 0;
        const ends = folded.map((each) => (end += each.length));
        rows.forEach((row, place) => Object.assign(row, { summary: summaries[place], text: texts[place] }));
        this.blocks.push({ rows: rows, ends: ends, all: folded.join("") });
        done();
      };
      slice();
    }

    /* The hits for what the reader typed, best first. */
    find(typed) {
      const query = readQuery(typed, this.pairs);
      const { words } = query;
      if (!words.length) {
        return [];
      }
      const several = words.length > 1;
      const inText = words.map((word) => this.rowsWith(word.inText, several));
      const whole = this.rowsNamed(query.whole);
      const each = several ? words.map((word) => this.rowsNamed(word)) : [];
      const hits = [];
      for (let entry = 0; entry < this.rows.length; entry += 1) {
        const isNamed = whole[entry] === 1;
        if (isNamed || inText.every((found, place) => found[entry] || (several && each[place][entry]))) {
          const hit = this.findInRow(this.rows[entry], query, inText, isNamed);
          if (hit) {
            hits.push({ row: this.rows[entry], words, ...hit });
          }
        }
      }
      return hits.sort(byRank);
    }

    /* For each row whether a name may fit the word: one of its characters or words may begin it. */
    rowsNamed(word) {
      const found = new Uint8Array(this.rows.length);
      for (const [element, entries] of this.beginnings) {
        if (word.forms.some((form) => match.mayBegin(element, form))) {
          for (const entry of entries) {
            found[entry] = 1;
          }
        }
      }
      return found;
    }

    findInRow(row, query, inText, isNamed) {
      const names = row.names;
      const whole = isNamed ? match.matchNames(names, query.whole, false) : null;
      if (whole) {
        return { score: whole.score, matches: [whole] };
      }
      const several = query.words.length > 1;
      const matches = [];
      let texts = 0;
      for (let place = 0; place < query.words.length; place += 1) {
        const word = query.words[place];
        let found = several ? match.matchNames(names, word, false) : null;
        if (!found && inText[place][row.entry]) {
          texts += 1;
          continue;
        }
        found = found || (several ? match.matchNames(names, word, true) : null);
        if (!found) {
          return null;
        }
        matches.push(found);
      }
      return { score: texts ? IN_TEXT + texts / (1 + query.words.length) : IN_TEXT - 0.5, matches };
    }

    /* For each row whether the word stands in its text. The texts of a block are one, which is scanned many times faster. */
    rowsWith(word, beside) {
      const found = new Uint8Array(this.rows.length);
      if (!this.isInTexts(word, beside)) {
        return found;
      }
      for (const { rows, all, ends } of this.blocks) {
        let place = 0;
        for (let at = match.indexOfWord(all, word, 0); at >= 0; at = match.indexOfWord(all, word, ends[place])) {
          while (ends[place] <= at) {
            place += 1;
          }
          found[rows[place].entry] = 1;
        }
      }
      return found;
    }

    /* Whether to look for a word in texts: one Latin letter alone begins a word of every text. */
    isInTexts(word, beside) {
      return beside || !/^[a-z0-9]$/.test(word);
    }

    /* What to show of a hit: its texts, with the ranges of each that the query matched. */
    present(hit) {
      const title = hit.row.title;
      const marks = [];
      let alias = null;
      for (const found of hit.matches) {
        const spans = match.spans(found.name.text, this.pairs);
        const range = [spans[found.from][0], spans[found.end - 1][1]];
        const inTitle = found.name.isTitle ? range[0] : this.fold(title).indexOf(this.fold(found.name.text.slice(...range)));
        if (inTitle >= 0) {
          marks.push([inTitle, inTitle + range[1] - range[0]]);
        } else {
          alias = { role: match.ROLES[found.name.role], text: found.name.text, ranges: [range] };
        }
      }
      return {
        url: hit.row.url,
        title: { text: title, ranges: joined(marks) },
        alias: alias,
        excerpt: hit.row.text === null ? null : this.excerpt(hit),
      };
    }

    /* The summary, or the part of the text around the first word that stands there. */
    excerpt(hit) {
      const { summary, text: whole } = hit.row;
      const words = hit.words.map((word) => word.inText);
      const within = (text) => {
        const folded = this.fold(text);
        return words.map((word) => match.indexOfWord(folded, word, 0)).filter((at) => at >= 0);
      };
      const inSummary = within(summary);
      const inText = within(whole);
      const fromText = inText.length > inSummary.length || !summary;
      const text = fromText ? whole : summary;
      if (!text) {
        return null;
      }
      const at = Math.min(...(fromText ? inText : inSummary), text.length);
      const [from, to] = this.window(text, at === text.length ? 0 : at);
      const shown = text.slice(from, to);
      const lead = from > 0 ? "…" : "";
      const ranges = this.rangesOf(this.fold(shown), words).map((range) => range.map((offset) => offset + lead.length));
      return { text: lead + shown + (to < text.length ? "…" : ""), ranges: ranges };
    }

    window(text, at) {
      const script = /[a-z]/i.test(text[at]) ? "latin" : "han";
      let from = Math.max(0, at - BEFORE[script]);
      let to = Math.min(text.length, at + AFTER[script]);
      if (script === "latin" && from > 0) {
        from = Math.min(text.indexOf(" ", from) + 1 || at, at);
      }
      if (script === "latin" && to < text.length) {
        to = Math.max(text.lastIndexOf(" ", to), at + 1);
      }
      /* Never through the middle of a character of two units. */
      from -= /[\udc00-\udfff]/.test(text[from]) ? 1 : 0;
      to += to < text.length && /[\udc00-\udfff]/.test(text[to]) ? 1 : 0;
      return [from, to];
    }

    rangesOf(text, words) {
      const ranges = [];
      for (const word of words) {
        for (let at = match.indexOfWord(text, word, 0); at >= 0; at = match.indexOfWord(text, word, at + word.length)) {
          ranges.push([at, at + word.length]);
        }
      }
      return joined(ranges);
    }
  }

  window.qingguoSearchEngine = Engine;
})();
