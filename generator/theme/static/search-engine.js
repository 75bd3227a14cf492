/* Search, second part: finds the entries of the index for a query, ranks them, and says what to show of each.

   new qingguoSearchEngine(data) takes window.qingguoSearch; addText(text) takes window.qingguoSearchText, later. */
(function () {
  "use strict";

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

  function byRank(one, other) {
    return one.score - other.score || other.prominence - one.prominence || one.entry - other.entry;
  }

  class Engine {
    constructor(data) {
      this.data = data;
      this.pairs = match.readPairs(data.fold);
      this.fold = match.textFolder(this.pairs);
      this.kinds = data.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
      const elements = match.elementMaker(data.readings, this.pairs);
      this.names = data.names.map((packed, entry) => this.readNames(packed, data.titles[entry], elements));
      this.text = null;
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

    /* Takes the texts and folds them in slices, so that the page answers meanwhile; calls `done` at the end. */
    addText(text, done) {
      const folded = [];
      const slice = () => {
        for (let count = 0; count < 1000 && folded.length < text.texts.length; count += 1) {
          const entry = folded.length;
          folded.push(this.fold(text.summaries[entry] + "\n" + text.texts[entry] + "\n"));
        }
        if (folded.length < text.texts.length) {
          window.setTimeout(slice, 0);
          return;
        }
        let end = 0;
        const ends = folded.map((each) => (end += each.length));
        this.text = { summaries: text.summaries, texts: text.texts, ends: ends, all: folded.join("") };
        done();
      };
      slice();
    }

    /* The hits for what the reader typed, best first. */
    find(typed) {
      const query = match.readQuery(typed, this.pairs);
      if (!query.words.length) {
        return [];
      }
      const inText = query.words.map((word) => this.entriesWith(word.inText, query.words.length > 1));
      const hits = [];
      for (let entry = 0; entry < this.names.length; entry += 1) {
        const hit = this.findInEntry(entry, query, inText);
        if (hit) {
          hits.push({ entry, prominence: this.data.prominence[entry], words: query.words, ...hit });
        }
      }
      return hits.sort(byRank);
    }

    findInEntry(entry, query, inText) {
      const names = this.names[entry];
      const whole = match.matchNames(names, query.whole, false);
      if (whole) {
        return { score: whole.score, matches: [whole] };
      }
      const several = query.words.length > 1;
      const matches = [];
      let texts = 0;
      for (let place = 0; place < query.words.length; place += 1) {
        const word = query.words[place];
        let found = several ? match.matchNames(names, word, false) : null;
        if (!found && inText[place][entry]) {
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

    /* For each entry whether the word stands in its text. All texts are one, which is scanned many times faster. */
    entriesWith(word, beside) {
      const found = new Uint8Array(this.names.length);
      /* One Latin letter alone begins a word of every text. */
      if (!this.text || (!beside && /^[a-z0-9]$/.test(word))) {
        return found;
      }
      const { all, ends } = this.text;
      let entry = 0;
      for (let at = match.indexOfWord(all, word, 0); at >= 0; at = match.indexOfWord(all, word, ends[entry])) {
        while (ends[entry] <= at) {
          entry += 1;
        }
        found[entry] = 1;
      }
      return found;
    }

    /* What to show of a hit: its texts, with the ranges of each that the query matched. */
    present(hit) {
      const title = this.data.titles[hit.entry];
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
        kind: this.kinds[hit.entry],
        url: this.data.urls[hit.entry],
        title: { text: title, ranges: joined(marks) },
        alias: alias,
        excerpt: this.text ? this.excerpt(hit) : null,
      };
    }

    /* The summary, or the part of the text around the first word that stands there. */
    excerpt(hit) {
      const { summaries, texts } = this.text;
      const words = hit.words.map((word) => word.inText);
      const within = (text) => words.map((word) => match.indexOfWord(this.fold(text), word, 0)).filter((at) => at >= 0);
      const inSummary = within(summaries[hit.entry]);
      const inText = within(texts[hit.entry]);
      const fromText = inText.length > inSummary.length || !summaries[hit.entry];
      const text = (fromText ? texts : summaries)[hit.entry];
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
