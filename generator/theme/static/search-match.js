/* Search, first part: how a query is folded, matched against names and texts, and ranked. Knows nothing of the page.

   The data come from generator/search/index.py, which describes their form. A score has one class for each way to match,
   and the smaller the better: 0 whole name, 1 beginning of a name, 2 given name, 3 courtesy and other names, 4 pinyin,
   5 initials, 6 words within names, 7 words of the text. Among equals the more prominent entry comes first. */
(function () {
  "use strict";

  const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u; /* as in generator/language/romanisation.py */
  const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
  const ROLES = { f: "full", g: "given", c: "courtesy", a: "art", p: "pen", r: "former", o: "other", e: "english", t: "traditional" };
  const FULL = "fet";
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

  /* A word of a query: as it may stand in a text, and its letters only, as they may stand in a name (with u or v for ü). */
  function readWord(text, pairs) {
    const plain = foldQuery(text, pairs, "u");
    const letters = { plain: plain.replace(NO_LETTERS, ""), pinyin: foldQuery(text, pairs, "v").replace(NO_LETTERS, "") };
    const forms = [letters];
    if (/[a-z][1-5]/.test(letters.pinyin)) {
      const withoutTones = (form) => form.replace(/([a-z])[1-5]/g, "$1");
      forms.push({ plain: withoutTones(letters.plain), pinyin: withoutTones(letters.pinyin) });
    }
    return { forms: forms, inText: plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") };
  }

  function readQuery(text, pairs) {
    const words = text.split(/\s+/).map((each) => readWord(each, pairs)).filter((word) => word.inText);
    return { words: words, whole: readWord(text, pairs) };
  }

  /* ---- names ---- */

  /* Makes the elements of names: a letter or character, what it may be read as, and whether a word begins there. */
  function elementMaker(readings, pairs) {
    const usual = new Map();
    for (const row of readings) {
      const syllable = row.match(/^[a-z]*/)[0];
      for (const character of row.slice(syllable.length)) {
        usual.set(character, [syllable]);
      }
    }
    const known = new Map();
    function element(character, syllables, begins) {
      const key = character + (begins ? " " : "") + (syllables || []).join("/");
      if (!known.has(key)) {
        const spellings = new Set();
        for (const syllable of syllables || []) {
          ["v", "u", "yu"].forEach((letter) => spellings.add(syllable.replace("v", letter)));
        }
        const firsts = new Set([character[0], ...Array.from(spellings, (each) => each[0])]);
        known.set(key, { character: character, spellings: Array.from(spellings), firsts: Array.from(firsts).join(""), begins: begins });
      }
      return known.get(key);
    }
    return function elements(text, exception) {
      const exceptions = exception ? exception.split(" ").map((each) => (each ? each.split("/") : [])) : null;
      const made = [];
      let han = 0;
      let begins = true;
      for (const raw of text) {
        const character = pairs.get(raw) || raw;
        if (HAN.test(raw)) {
          made.push(element(character, exceptions ? exceptions[han] : usual.get(character), true));
          han += 1;
          begins = true;
        } else if (/[\p{L}\p{N}]/u.test(character)) {
          made.push(element(character, null, begins));
          begins = false;
        } else {
          begins = true;
        }
      }
      return made;
    };
  }

  /* Where each element of a name stands in its text, in UTF-16 units; the same walk as `elements`. */
  function spans(text, pairs) {
    const found = [];
    let offset = 0;
    for (const raw of text) {
      if (HAN.test(raw) || /[\p{L}\p{N}]/u.test(pairs.get(raw) || raw)) {
        found.push([offset, offset + raw.length]);
      }
      offset += raw.length;
    }
    return found;
  }

  /* How far `form` reaches in the elements when it is read from `index`: {end, partial} or null.
     Level 0 takes characters as they are, 1 also whole syllables (the last may be unfinished), 2 also initials. */
  function reach(elements, index, form, position, level, dead) {
    if (position === form.plain.length) {
      return { end: index, partial: false };
    }
    const key = index * 1024 + position;
    if (index === elements.length || dead.has(key)) {
      return null;
    }
    const element = elements[index];
    const on = (length) => reach(elements, index + 1, form, position + length, level, dead);
    let found = form.plain.startsWith(element.character, position) ? on(element.character.length) : null;
    for (const spelling of level > 0 ? element.spellings : []) {
      if (!found && form.pinyin.startsWith(spelling, position)) {
        found = on(spelling.length);
      }
      if (!found && spelling.startsWith(form.pinyin.slice(position))) {
        found = { end: index + 1, partial: true };
      }
      if (!found && level > 1) {
        const initial = (spelling.match(/^[zcs]h/) || [""])[0];
        found = initial && form.pinyin.startsWith(initial, position) ? on(2) : null;
        found = found || (form.pinyin[position] === spelling[0] ? on(1) : null);
      }
    }
    if (!found) {
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

  /* The best match of one form of a word in one name: {score, name, from, end} or null. Within a name, two letters of
     pinyin would fit nearly everything, so only several syllables count, or any whole one when `loose`. */
  function matchName(name, form, loose) {
    const elements = name.elements;
    let best = null;
    for (let from = 0; from < elements.length; from += 1) {
      const first = elements[from];
      if (!first.begins || !(first.firsts.includes(form.plain[0]) || first.firsts.includes(form.pinyin[0]))) {
        continue;
      }
      const levels = from > 0 && elements.length > LONGEST_NAME_TO_SEARCH_WITHIN ? 1 : 3;
      for (let level = 0; level < levels; level += 1) {
        const found = reach(elements, from, form, 0, level, new Set());
        if (!found) {
          continue;
        }
        const several = found.end - from > 1 || (loose && !found.partial);
        const enough = from === 0 || level === 0 || (level === 1 ? several : form.plain.length > 2);
        const whole = from === 0 && found.end === elements.length && !found.partial;
        const score = from === 0 ? scoreOfName(name.role, level, whole) : level === 0 ? 6 : 3.8 + level;
        if (enough && (!best || score < best.score)) {
          best = { score: score, name: name, from: from, end: found.end };
        }
        break;
      }
    }
    return best;
  }

  function matchNames(names, word, loose) {
    let best = null;
    for (const form of word.forms.filter((each) => each.plain)) {
      for (const name of names) {
        const found = matchName(name, form, loose);
        if (found && (!best || found.score < best.score)) {
          best = found;
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

  window.qingguoSearchMatch = { ROLES, indexOfWord, matchNames, elementMaker, readPairs, readQuery, spans, textFolder };
})();
