/* Search, second part: how a query is matched against names and texts, and how well.

   A score has one class for each way to match, and the smaller the better: 0 whole name, 1 beginning of a name, 2 given
   name, 3 courtesy and other names, 4 pinyin, 5 initials, 6 words within names, 7 words of the text; initials that are
   those of a full name stand before the beginnings of pinyin. Among equals the more prominent entry comes first. */
(function () {
  "use strict";

  const { HAN, LETTER, bitOf } = window.qingguoSearchWords;
  const ROLES = { f: "full", g: "given", c: "courtesy", a: "art", p: "pen", r: "former", o: "other", e: "english", t: "traditional" };
  const FULL = "fet";
  const LONGEST_NAME_TO_SEARCH_WITHIN = 16;
  const [WRITTEN, PINYIN, INITIALS, LONG_INITIALS] = [0, 1, 2, 3]; /* How freely a query is read, see `reach`. */

  /* Where nothing fits, without which a long query could take forever: for each element, counted from the first, and each
     place in the query the number of the trial that failed there. An element takes a letter of the query or more. */
  const FAILED = new Int32Array(1 << 16);
  let [trial, origin] = [0, 0];

  /* ---- names ---- */

  /* Makes the elements of names: a letter or character, how it may be spelt, and whether a word begins there.
     Equal elements are one object, so that a hundred thousand names stay small: `shared` keeps them for all makers.
     `letters` has a bit for each letter with which an element may begin, `seconds` for those that may follow in it. */
  function elementMaker(readings, pairs, shared) {
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
      const whole = character + (begins ? " " : "") + spellings.join(" ");
      if (!shared.has(whole)) {
        const bits = (ways, place) => ways.reduce((found, each) => found | bitOf(each[place]), 0);
        shared.set(whole, { character, spellings, letters: bits([character, ...spellings], 0), seconds: bits(spellings, 1), begins });
      }
      known.set(key, shared.get(whole));
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
     is unfinished; -1 where it does not fit. WRITTEN takes characters as they are, PINYIN also whole syllables (the last may
     be unfinished), INITIALS also a letter for each character, LONG_INITIALS also zh, ch and sh for one. */
  function reach(elements, index, form, position, level) {
    if (position === form.plain.length) {
      return index * 2;
    }
    const key = (index - origin) * 256 + position;
    if (index === elements.length || FAILED[key] === trial) {
      return -1;
    }
    const element = elements[index];
    const { pinyin } = form;
    let found = -1;
    if (form.plain.startsWith(element.character, position)) {
      found = reach(elements, index + 1, form, position + element.character.length, level);
    }
    for (let place = 0; level > WRITTEN && found < 0 && place < element.spellings.length; place += 1) {
      const spelling = element.spellings[place];
      if (pinyin[position] !== spelling[0]) {
        continue;
      }
      const isWhole = pinyin.startsWith(spelling, position);
      if (level === LONG_INITIALS && pinyin[position + 1] === "h" && spelling[1] === "h") {
        found = reach(elements, index + 1, form, position + 2, level);
      }
      if (found < 0 && level >= INITIALS) {
        found = reach(elements, index + 1, form, position + 1, level);
      }
      if (found < 0 && isWhole) {
        found = reach(elements, index + 1, form, position + spelling.length, level);
      }
      if (found < 0 && !isWhole && pinyin.length - position < spelling.length && spelling.startsWith(pinyin.slice(position))) {
        found = index * 2 + 3;
      }
    }
    if (found < 0) {
      FAILED[key] = trial;
    }
    return found;
  }

  function reachFrom(elements, from, form, level) {
    trial += 1;
    origin = from;
    return reach(elements, from, form, 0, level);
  }

  function scoreOfName(role, level, whole) {
    const rank = FULL.includes(role) ? 0 : role === "g" ? 1 : 2;
    if (level === WRITTEN) {
      return rank === 0 ? (whole ? 0 : 1) : rank + 1 + (whole ? 0 : 0.5);
    }
    if (level === INITIALS && whole && rank === 0) {
      return 4.25;
    }
    return [0, 4, 5, 5.05][level] + (whole ? 0 : 0.3) + rank * 0.1;
  }

  /* The match of a form in a name from one of its elements on: {score, name, from, end} or null. Within a name, two letters
     of pinyin would fit nearly everything, so only several syllables count, or any whole one when `loose`. */
  function matchFrom(name, from, form, loose) {
    const elements = name.elements;
    const last = !form.latin || (from > 0 && elements.length > LONGEST_NAME_TO_SEARCH_WITHIN) ? WRITTEN : LONG_INITIALS;
    let best = null;
    /* What does not fit in the freest reading fits in none. */
    for (let level = last && reachFrom(elements, from, form, last) < 0 ? last + 1 : WRITTEN; level <= last; level += 1) {
      const found = reachFrom(elements, from, form, level);
      if (found < 0) {
        continue;
      }
      const end = found >> 1;
      const partial = found % 2 === 1;
      if (from > 0) {
        const enough = level === WRITTEN || (level === PINYIN ? end - from > 1 || (loose && !partial) : form.plain.length > 2);
        return enough ? { score: [6, 4.8, 5.8, 5.8][level], name, from, end } : null;
      }
      const whole = end === elements.length && !partial;
      const score = scoreOfName(name.role, level, whole);
      best = best && best.score <= score ? best : { score, name, from, end };
      /* What begins a name as pinyin may be all of its initials, too. */
      if (whole || level === WRITTEN || elements.length > form.plain.length) {
        break;
      }
    }
    return best;
  }

  /* Whether a form may begin with this element. */
  function mayBegin(element, form) {
    return element.begins && ((element.letters & form.letters) !== 0 || element.character === form.first);
  }

  /* Whether two letters with which a form begins may be read from `from` on. */
  function mayGoOn(elements, from, form) {
    const next = elements[from + 1];
    return !form.seconds || ((elements[from].seconds | (next ? next.letters : 0)) & form.seconds) !== 0;
  }

  /* The best match of a word in the names of an entry, or null. */
  function matchNames(names, word, loose) {
    let best = null;
    for (const form of word.forms) {
      for (const name of names) {
        for (let from = 0; from < name.elements.length; from += 1) {
          if (mayBegin(name.elements[from], form) && mayGoOn(name.elements, from, form)) {
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

  window.qingguoSearchMatch = { ROLES, indexOfWord, matchNames, mayBegin, elementMaker, spans };
})();
