// Search on the reader's own device. The words typed never leave it: they are not sent, stored or
// put into an address, but for the part after # when a search is submitted, which browsers keep back.
// How the index is made, and what a server can learn from the parts that are fetched: docs/search.md.
(() => {
  "use strict";
  const one = selector => document.querySelector(selector);
  const form = one("form[role=search]");
  if (!form) return;
  const input = one("form[role=search] input");
  const list = one("[data-search-results]");
  form.hidden = false;
  one("[data-search-instead]").hidden = true;

  form.onsubmit = event => {
    event.preventDefault();
    const hash = input.value.trim() && "#q=" + encodeURIComponent(input.value.trim());
    if (!list) location = form.dataset.searchPage + hash;
    else if (location.hash == hash) show();
    else location.hash = hash;
  };
  if (!list) return;

  const told = JSON.parse(list.dataset.searchIndex);
  const spans = told.spans;
  const kept = {};
  const button = one("[data-search-more]");
  const nothing = one("[data-search-nothing]");
  let latest;
  let speaking;
  let typing;

  // -- the parts of the index: each is fetched once, and again only where that failed

  const once = (key, make) => kept[key] ||= make().catch(problem => { delete kept[key]; throw problem; });
  const fetched = name => once(name, async () => {
    const answer = await fetch(told.base + told.files + name + "bin", { credentials: "omit" });
    if (!answer.ok) throw 0;
    return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
  });
  const part = async number => spans ? (await fetched("")).subarray(spans[number], spans[number + 1]) : fetched(number + ".");
  const decoded = bytes => new TextDecoder().decode(bytes);
  const entry = async (first, page, size) => JSON.parse(decoded(await part(first + Math.floor(page / size))))[page % size];

  const place = word => told.starts.findLastIndex((start, number) => !number || start <= word);

  // the words of a part: for each its forms, how rare it is, and the pages that it is on with how much it counts there
  const shard = number => once("s" + number, async () => {
    const bytes = await part(number);
    const groups = [];
    let at = 0;
    let word = "";
    const next = () => {
      let value = 0;
      let step = 1;
      let byte;
      do { byte = bytes[at++]; value += byte % 128 * step; step *= 128; } while (byte > 127);
      return value;
    };
    while (at < bytes.length) {
      const group = { forms: [], hits: [] };
      for (let count = next(); count--;) {
        word = word.slice(0, next());
        const size = next();
        word += decoded(bytes.subarray(at, at += size));
        group.forms.push(word);
      }
      group.rare = next() / 25;
      let page = 0;
      for (let count = next(); count--;) {
        const value = next();
        group.hits.push([page += value >> 4, (value % 16 / 15) ** 2]);
      }
      groups.push(group);
    }
    return groups;
  });

  // -- words

  const wordsOf = said => said.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").match(/[\p{L}\p{N}]+/gu) || [];

  // letters with which both begin
  const shared = (one, other) => {
    let number = 0;
    while (number < one.length && one[number] == other[number]) number++;
    return number;
  };

  // letters added, missing, wrong or swapped with their neighbours, as far as `most`
  const mistakes = (one, other, most) => {
    const number = shared(one, other);
    const less = (first, second) => mistakes(one.slice(number + first), other.slice(number + second), most - 1);
    const left = Math.max(one.length, other.length) - number;
    return left < 2 || most < 1 ? left : 1 + Math.min(less(1, 1), less(1, 0), less(0, 1),
      one[number] == other[number + 1] && one[number + 1] == other[number] ? less(2, 2) : 9);
  };

  const ending = /^(e?s|e?d|e?rs?|i?es|ied|y|ings?|[ai]?tions?|ions?|ments?|ly|al|ive|able|e|)$/;

  // the word itself; or its other forms; or, where it may not be finished, the words that begin with it
  const match = (word, groups, last) => {
    const alike = [];
    const begun = [];
    for (const group of groups) for (const form of group.forms) {
      const number = shared(word, form);
      if (form == word) return [[group, 1]];
      if (number > 3 && ending.test(word.slice(number)) && ending.test(form.slice(number))) alike.push([group, .9]);
      else if (last && number > 2 && number == word.length) begun.push([group, number / form.length]);
    }
    return alike[0] ? alike : begun;
  };

  const look = async (word, last) => {
    const first = place(word);
    const end = last ? Math.min(place(word + "~"), first + 2) : first;
    const groups = told.starts.slice(first, end + 1).map((_, number) => shard(first + number));
    return match(word, (await Promise.all(groups)).flat(), last);
  };

  // words like one that nothing is known of, the likeliest first; and the two that it may consist of
  const guesses = async (word, most) => {
    const known = spans
      ? (await Promise.all(told.starts.map((_, number) => shard(number)))).flat().sort((one, other) => one.rare - other.rare).flatMap(group => group.forms)
      : decoded(await part(told.spelling)).split("\n");
    const found = [];
    for (const other of known) {
      const number = other[0] == word[0] ? mistakes(word, other, most) : 9;
      if (number <= most) (found[number] ||= []).push(other);
      const rest = word.slice(other.length);
      if (other.length > 2 && rest.length > 2 && other + rest == word && known.includes(rest)) (found[1] ||= []).push(other + " " + rest);
    }
    return found.flat();
  };

  // -- a search

  const find = async query => {
    const every = wordsOf(query).slice(0, 24);
    const question = told.questions.find(asked => RegExp("\\b(" + asked[1] + ")\\b").test(every.join(" ")));
    const telling = every.filter(word => !told.fillers.includes(word));
    const words = [...new Set(telling[0] ? telling : every)];
    let needed = words.map(word => !question || !RegExp("^(" + question[1] + ")$").test(word));
    if (!needed.includes(true)) needed = words.map(() => true);

    const found = await Promise.all(words.map(word => look(word, word == every.at(-1))));
    const loaded = words.map(place);
    const pairs = [];
    for (const number of every.keys()) {
      const pair = every[number] + every[number + 1];
      if (loaded.includes(place(pair))) for (const [group] of match(pair, await shard(place(pair))))
        pairs.push([group, [words.indexOf(every[number]), words.indexOf(every[number + 1])]]);
    }
    const instead = {};
    await Promise.all(words.map(async (word, number) => {
      if (found[number][0] || !needed[number] || pairs.some(([, both]) => both.includes(number))) return;
      const [other] = await guesses(word, word.length < 5 ? 0 : word.length < 8 ? 1 : 2);
      instead[word] = other;
      if (other) found[number] = (await Promise.all(other.split(" ").map(word => look(word)))).flat();
    }));

    const rare = found.map(groups => Math.min(Math.log(1 + told.pages), ...groups.map(([group]) => group.rare)));
    const rows = {};
    const add = (group, number, count) => {
      for (const [page, mark] of group.hits) {
        const row = rows[page] ||= [];
        row[number] = count(mark * rare[number], row[number] || 0);
      }
    };
    found.forEach((groups, number) => groups.forEach(([group, likeness]) => add(group, number, (mark, before) => Math.max(before, mark * likeness))));
    for (const [group, both] of pairs) for (const number of both) add(group, number, (mark, before) => before + mark / 2);

    const total = rare.reduce((sum, weight, number) => sum + needed[number] * weight, 0);
    const ranked = [];
    for (const page in rows) {
      let score = 0;
      let share = 0;
      rows[page].forEach((mark, number) => {
        score += needed[number] ? mark : mark / 3;
        share += needed[number] * rare[number] / total;
      });
      if (share >= .5) ranked.push([score * share * share * (question && question[2] == kindOf(page)[1] ? 1.3 : 1), +page]);
    }
    return {
      question,
      instead,
      every,
      pages: ranked.sort((one, other) => other[0] - one[0]).map(([, page]) => page),
      pattern: RegExp("(?<![\\p{L}\\p{N}])(" + [...words, ...found.flat().flatMap(([group]) => group.forms)].join("|") + ")(?![\\p{L}\\p{N}])", "giu"),
    };
  };

  const kindOf = page => told.kinds.findLast(([first]) => first <= page);

  // -- what is shown

  const make = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };

  const line = async (found, page) => {
    const marked = said => said.split(found.pattern).map((piece, number) => number % 2 ? make("mark", piece) : piece);
    const [title, address, description] = await entry(told.results, page, 16);
    const question = page == found.pages[0] && found.question;
    const answer = question && told.facts + page / 24 < told.spelling && (await entry(told.facts, page, 24))?.[question[4]];
    const link = make("a", ...marked(title));
    link.href = told.base + address;
    const item = make("li", make("h2", link), make("p", ...marked(description)), make("p", kindOf(page)[2]));
    if (answer && answer[0]) {
      link.href += "#" + question[0];
      item.children[1].replaceChildren(make("strong", question[3]), " ", ...marked(answer.join(" ")));
    }
    item.className = "card";
    item.lastChild.className = "count";
    item.dataset.searchResult = "";
    return item;
  };

  const say = words => {
    clearTimeout(speaking);
    speaking = setTimeout(() => { one("[data-search-count]").textContent = words; }, 250);
  };

  const show = async () => {
    const mine = latest = {};
    clearTimeout(typing);
    try {
      const found = await find(input.value);
      const count = found.pages.length;
      const lines = [];
      const more = async () => {
        const number = list.children.length;
        const lines = await Promise.all(found.pages.slice(number, number + 10).map(page => line(found, page)));
        if (latest != mine) return;
        list.append(...lines);
        button.hidden = number + 10 >= count;
      };
      list.replaceChildren();
      await more();
      button.onclick = more;
      const meant = found.every.map(word => found.instead[word] || word).join(" ");
      say(found.every[0] ? told.says[Math.min(count, 2)].replace("#", count) + (meant == found.every.join(" ") ? "" : told.says[3].replace("#", meant)) : "");
      nothing.hidden = count || !found.every[0];
    } catch { say(told.says[4]); }
  };

  const fromAddress = () => {
    const query = location.hash.split("#q=")[1];
    if (!query) return;
    try { input.value = decodeURIComponent(query.replace(/\+/g, " ")); show(); } catch { }
  };

  input.oninput = () => {
    clearTimeout(typing);
    typing = setTimeout(show, 200);
  };
  onhashchange = fromAddress;
  if (spans) fetched("").catch(() => { });
  fromAddress();
})();
