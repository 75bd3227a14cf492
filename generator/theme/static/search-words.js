/* Search, first part: how what a reader types is folded and read. Knows nothing of the page.

   The data come from generator/search/index.py, which describes their form. */
(function () {
  "use strict";

  const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u; /* as in generator/language/romanisation.py */
  const LETTER = /[\p{L}\p{N}]/u;
  const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
  const LONGEST_QUERY = 200;
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /* A bit for a letter of the alphabet, 0 for anything else. */
  function bitOf(letter) {
    const place = letter ? LETTERS.indexOf(letter) : -1;
    return place < 0 ? 0 : 1 << place;
  }

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

  /* `first` and `letters` (bits) are what a name may begin with to fit, `seconds` the letters after that, where the form
     begins with two letters; without a Latin letter no pinyin is meant. */
  function nameForm(plain, pinyin) {
    const letters = bitOf(plain[0]) | bitOf(pinyin[0]);
    const seconds = letters && bitOf(plain[1]) && bitOf(pinyin[1]) ? bitOf(plain[1]) | bitOf(pinyin[1]) : 0;
    return { plain, pinyin, first: Array.from(plain)[0], letters, seconds, latin: /[a-z]/.test(pinyin) };
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

  window.qingguoSearchWords = { HAN, LETTER, bitOf, readPairs, readQuery, textFolder };
})();
