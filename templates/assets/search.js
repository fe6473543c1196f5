// Search on the reader's own device. The words typed never leave it: they are not sent, stored or
// put into an address, but for the part after # when a search is submitted, which browsers keep back.
(() => {
  "use strict";
  const form = document.querySelector("form[role=search]");
  if (!form) return;
  const input = form.querySelector("input");
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-count]");
  const wordsOf = text => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").match(/[\p{L}\p{N}]+/gu) || [];
  const TITLE = 9, OTHER = 5, SUMMARY = 2;
  let index, timer;

  form.hidden = false;
  for (const element of document.querySelectorAll("[data-search-instead]")) element.hidden = true;

  // the words, and each with the next, for people who type "counciltax"
  const together = words => words.concat(words.slice(1).map((word, i) => words[i] + word));

  // word -> entry -> how much it counts there
  const read = ({ entries }) => {
    const found = new Map();
    entries.forEach((entry, number) => {
      for (const [text, weight] of [[entry.s, SUMMARY], [entry.k, OTHER], [entry.t, TITLE]])
        for (const word of together(wordsOf(text))) {
          if (!found.has(word)) found.set(word, new Map());
          found.get(word).set(number, weight);
        }
    });
    return { entries, found };
  };

  // whether two words differ by one letter added, missing, wrong or swapped with its neighbour
  const oneMistake = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const rest = (x, y) => a.slice(i + x) === b.slice(i + y);
    return rest(1, 1) || rest(1, 0) || rest(0, 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2));
  };

  const alike = (asked, word) =>
    word === asked ? 1
      : word.startsWith(asked) ? .5 + .4 * asked.length / word.length
      : word.length > 2 && asked.startsWith(word) && asked.length - word.length < 3 ? .6
      : 0;

  const mistaken = (asked, word) =>
    asked.length < 4 ? 0
      : oneMistake(asked, word) ? .5
      : word.length > asked.length && oneMistake(asked, word.slice(0, asked.length)) ? .3
      : 0;

  const hits = (asked, measure) => {
    const result = new Map();
    for (const [word, places] of index.found) {
      const likeness = measure(asked, word);
      if (likeness) for (const [number, weight] of places)
        result.set(number, Math.max(result.get(number) || 0, likeness * weight));
    }
    return result;
  };

  const search = query => {
    const asked = [...new Set(wordsOf(query))];
    const whole = wordsOf(query).join(" ");
    const scores = new Map();
    let most = 0;
    for (const word of asked) {
      let result = hits(word, alike);
      if (!result.size) result = hits(word, mistaken);
      const rarity = Math.log(1 + index.entries.length / Math.max(result.size, 1));
      most += rarity;
      for (const [number, score] of result) {
        const line = scores.get(number) || [0, 0];
        scores.set(number, [line[0] + rarity * score, line[1] + rarity]);
      }
    }
    return [...scores]
      .filter(([, [, part]]) => part >= most / 2)
      .map(([number, [score, part]]) => {
        const { t, k } = index.entries[number];
        const phrase = asked.length > 1 && [t, k].some(text => wordsOf(text).join(" ").includes(whole)) ? 20 : 0;
        return [index.entries[number], (score + phrase) * part / most];
      })
      .sort((a, b) => b[1] - a[1])
      .map(([entry]) => entry);
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const line = entry => {
    const item = element("li", "", "card");
    const heading = element("h2", "");
    const link = element("a", entry.t);
    item.dataset.searchResult = "";
    link.href = entry.u;
    heading.append(link);
    item.append(heading, element("p", entry.s), element("p", entry.g, "count"));
    return item;
  };

  const say = text => {
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = text; }, 250);
  };

  const show = () => {
    const query = input.value.trim();
    const found = query && index ? search(query) : [];
    list.replaceChildren(...found.map(line));
    if (index) say(!query ? "" : found.length === 0 ? status.dataset.none
      : found.length === 1 ? status.dataset.one : status.dataset.many.replace("#", found.length));
  };

  const fromAddress = () => {
    const match = location.hash.match(/^#q=(.*)/);
    if (!match) return;
    try { input.value = decodeURIComponent(match[1].replace(/\+/g, " ")); } catch { return; }
    show();
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    const query = input.value.trim();
    if (form.dataset.searchPage) location.href = form.dataset.searchPage + (query ? "#q=" + encodeURIComponent(query) : "");
    else { location.hash = query ? "q=" + encodeURIComponent(query) : ""; show(); }
  });

  if (!list) return;
  input.addEventListener("input", show);
  addEventListener("hashchange", fromAddress);
  fetch(form.dataset.searchIndex, { credentials: "omit" })
    .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status))
    .then(data => { index = read(data); fromAddress(); show(); })
    .catch(() => say(status.dataset.failed));
})();
