/* Search, first part: how a query is folded, matched against names and texts, and ranked. Knows nothing of the page.

   The data come from generator/search/index.py, which describes their form. A score has one class for each way to match,
   and the smaller the better: 0 whole name, 1 beginning of a name, 2 given name, 3 courtesy and other names, 4 pinyin,
   5 initials, 6 words within names, 7 words of the text. Among equals the more prominent entry comes first. */
(function () {
  "use strict";

  const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u; /* as in generator/language/romanisation.py */
  const LETTER = /[\p{L}\p{N}]/u;
  const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
  const ROLES = { f: "full", g: "given", c: "courtesy", a: "art", p: "pen", r: "former", o: "other", e: "english", t: "traditional" };
  const FULL = "fet";
  const LONGEST_QUERY = 200;
  const LONGEST_NAME_TO_SEARCH_WITHIN = 16;

  /* ---- folding ---- */

  function foldQuery(text, pairs, umlaut) {
    const letters = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/u\u0308/g, umlaut).replace(/[\u0300-\u036f]/g, "");
    return Array.from(letters.normalize("NFC"), (each) => pairs.get(each) || each).join("");
  }

  function readPairs(text) {
    const points = Array.from(text);
    const pairs = new Map();
    for (let index = 0; index + 1 < points.length; index += 2) {
      pairs.set(points[index], points[index + 1]);
    }
    return pairs;
  }

  function textFolder(pairs) {
    const codes = Array.from(pairs.keys(), (each) => "\\u{" + each.codePointAt(0).toString(16) + "}");
    const foldable = codes.length ? new RegExp("[" + codes.join("") + "]", "gu") : /(?!)/g;
    return (text) => text.replace(foldable, (each) => pairs.get(each));
  }

  /* `first` and `letters` (bits) are what a name may begin with to fit; without a Latin letter no pinyin is meant. */
  function nameForm(plain, pinyin) {
    return { plain, pinyin, first: Array.from(plain)[0], letters: bitOf(plain[0]) | bitOf(pinyin[0]), latin: /[a-z]/.test(pinyin) };
  }

  /* A word of a query: as it may stand in a text, and its letters only, as they may stand in a name (with u or v for ü). */
  function readWord(text, pairs) {
    const plain = foldQuery(text, pairs, "u");
    const pinyin = foldQuery(text, pairs, "v").replace(NO_LETTERS, "");
    const forms = [nameForm(plain.replace(NO_LETTERS, ""), pinyin)];
    if (/[a-z][1-5]/.test(pinyin)) {
      const withoutTones = (form) => form.replace(/([a-z])[1-5]/g, "$1");
      forms.push(nameForm(withoutTones(forms[0].plain), withoutTones(pinyin)));
    }
    return { forms: forms.filter((form) => form.plain), inText: plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") };
  }

  function readQuery(typed, pairs) {
    const text = typed.slice(0, LONGEST_QUERY);
    const words = text.split(/\s+/).map((each) => readWord(each, pairs)).filter((word) => word.inText);
    return { words: words, whole: readWord(text, pairs) };
  }

  /* ---- names ---- */

  const LETTERS = "abcdefghijklmnopqrstuvwxyz";

  function bitOf(letter) {
    const place = LETTERS.indexOf(letter);
    return place < 0 ? 0 : 1 << place;
  }

  /* Makes the elements of names: a letter or character, how it may be spelt, and whether a word begins there.
     Equal elements are one object, so that a hundred thousand names stay small. `letters` has a bit for each letter with
     which an element may begin: most elements are ruled out by it alone. */
  function elementMaker(readings, pairs) {
    const usual = new Map();
    for (const row of readings) {
      const syllable = row.match(/^[a-z]*/)[0];
      for (const character of row.slice(syllable.length)) {
        usual.set(character, [syllable]);
      }
    }
    const known = new Map();
    function made(key, character, syllables, begins) {
      const spellings = Array.from(new Set(syllables.flatMap((each) => ["v", "u", "yu"].map((letter) => each.replace("v", letter)))));
      const letters = [character, ...spellings].reduce((bits, each) => bits | bitOf(each[0]), 0);
      known.set(key, { character, spellings, letters, begins });
      return known.get(key);
    }
    return function elements(text, exception) {
      const exceptions = exception ? exception.split(" ") : null;
      const found = [];
      let han = 0;
      let begins = true;
      for (const raw of text) {
        const isHan = HAN.test(raw);
        const character = pairs.get(raw) || raw;
        if (isHan || LETTER.test(character)) {
          const variants = isHan && exceptions ? exceptions[han] : "";
          const key = character + (begins || isHan ? " " : "") + variants;
          const syllables = variants ? variants.split("/") : (isHan && !exceptions && usual.get(character)) || [];
          found.push(known.get(key) || made(key, character, syllables, begins || isHan));
        }
        han += isHan ? 1 : 0;
        begins = isHan || !LETTER.test(character);
      }
      return found;
    };
  }

  /* Where each element of a name stands in its text, in UTF-16 units; the same walk as `elements`. */
  function spans(text, pairs) {
    const found = [];
    let offset = 0;
    for (const raw of text) {
      if (HAN.test(raw) || LETTER.test(pairs.get(raw) || raw)) {
        found.push([offset, offset + raw.length]);
      }
      offset += raw.length;
    }
    return found;
  }

  /* How far `form` reaches in the elements when it is read from `index`: twice the end, plus one where the last syllable
     is unfinished; -1 where it does not fit. Level 0 takes characters as they are, 1 also whole syllables (the last may
     be unfinished), 2 also initials. `dead` remembers where nothing fits, without which a long query could take forever. */
  function reach(elements, index, form, position, level, dead) {
    if (position === form.plain.length) {
      return index * 2;
    }
    const key = index * 1024 + position;
    if (index === elements.length || dead.has(key)) {
      return -1;
    }
    const element = elements[index];
    let found = -1;
    if (form.plain.startsWith(element.character, position)) {
      found = reach(elements, index + 1, form, position + element.character.length, level, dead);
    }
    for (let place = 0; level > 0 && found < 0 && place < element.spellings.length; place += 1) {
      const spelling = element.spellings[place];
      if (form.pinyin.startsWith(spelling, position)) {
        found = reach(elements, index + 1, form, position + spelling.length, level, dead);
      } else if (form.pinyin.length - position < spelling.length && spelling.startsWith(form.pinyin.slice(position))) {
        found = index * 2 + 3;
      }
      if (found < 0 && level > 1 && form.pinyin[position] === spelling[0]) {
        if (form.pinyin[position + 1] === "h" && spelling[1] === "h") {
          found = reach(elements, index + 1, form, position + 2, level, dead);
        }
        found = found < 0 ? reach(elements, index + 1, form, position + 1, level, dead) : found;
      }
    }
    if (found < 0) {
      dead.add(key);
    }
    return found;
  }

  function scoreOfName(role, level, whole) {
    const rank = FULL.includes(role) ? 0 : role === "g" ? 1 : 2;
    if (level === 0) {
      return rank === 0 ? (whole ? 0 : 1) : rank + 1 + (whole ? 0 : 0.5);
    }
    return 3 + level + (whole ? 0 : 0.3) + rank * 0.1;
  }

  /* The match of a form in a name from one of its elements on: {score, name, from, end} or null. Within a name, two letters
     of pinyin would fit nearly everything, so only several syllables count, or any whole one when `loose`. */
  function matchFrom(name, from, form, loose) {
    const elements = name.elements;
    const levels = !form.latin || (from > 0 && elements.length > LONGEST_NAME_TO_SEARCH_WITHIN) ? 1 : 3;
    for (let level = 0; level < levels; level += 1) {
      const found = reach(elements, from, form, 0, level, new Set());
      if (found >= 0) {
        const end = found >> 1;
        const partial = found % 2 === 1;
        const several = end - from > 1 || (loose && !partial);
        const enough = from === 0 || level === 0 || (level === 1 ? several : form.plain.length > 2);
        const whole = end === elements.length && !partial;
        const score = from === 0 ? scoreOfName(name.role, level, whole) : level === 0 ? 6 : 3.8 + level;
        return enough ? { score, name, from, end } : null;
      }
    }
    return null;
  }

  /* The best match of a word in the names of an entry, or null. */
  function matchNames(names, word, loose) {
    let best = null;
    for (const form of word.forms) {
      for (const name of names) {
        for (let from = 0; from < name.elements.length; from += 1) {
          const first = name.elements[from];
          if (first.begins && ((first.letters & form.letters) !== 0 || first.character === form.first)) {
            const found = matchFrom(name, from, form, loose);
            best = found && (!best || found.score < best.score) ? found : best;
          }
        }
      }
    }
    return best;
  }

  /* ---- texts ---- */

  /* Where `word` next stands in a folded text; a Latin word only where a word begins. -1 for nowhere. */
  function indexOfWord(text, word, start) {
    let found = text.indexOf(word, start);
    while (found > 0 && /[a-z0-9]/.test(word[0]) && /[a-z0-9]/.test(text[found - 1])) {
      found = text.indexOf(word, found + 1);
    }
    return found;
  }

  window.qingguoSearchMatch = { HAN, ROLES, indexOfWord, matchNames, elementMaker, readPairs, readQuery, spans, textFolder };
})();
