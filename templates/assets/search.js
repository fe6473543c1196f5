// Search on the reader's own device. The words typed never leave it: they are not sent, stored or
// put into an address, but for the part after # when a search is submitted, which browsers keep back.
// How the index is made, and what a server can learn from the parts that are fetched: docs/search.md.
(() => {
  const one = name => document.querySelector(name);
  const form = one("form[role=search]");
  const input = form.elements[0];
  const list = one("[data-search-results]");
  form.hidden = false;
  one("[data-search-instead]").hidden = true;

  form.onsubmit = event => {
    event.preventDefault();
    const wanted = input.value.trim() && "#q=" + encodeURIComponent(input.value.trim());
    if (!list) location = form.dataset.searchPage + wanted;
    else if (location.hash == wanted) show();
    else location.hash = wanted;
  };
  if (!list) return;

  const told = JSON.parse(list.dataset.searchParts);
  const whole = told.spans;
  const encoded = new TextEncoder().encode(told.before);
  const size = encoded.length;
  const kept = {};
  const button = one("[data-search-more]");
  const near = one("[data-search-near]");
  let latest, typing;

  // -- the parts of the index: each is fetched once, and again only where that failed

  const once = (name, make) => kept[name] ||= make().catch(() => { kept[name] = 0; throw 0; });
  const fetched = name => once(name, async () => {
    const answer = await fetch(told.base + told.files + name + "bin", { credentials: "omit" });
    if (!answer.ok) throw 0;
    // it refers to text that the page has, which goes before it as a stored block of DEFLATE
    const packed = new Blob([new Uint8Array([0, size, size >> 8, ~size, ~size >> 8]), encoded, await answer.blob()]);
    return new Uint8Array(await new Response(packed.stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer()).subarray(size);
  });
  const part = async number => whole ? (await fetched("")).subarray(whole[number], whole[number + 1]) : fetched(number + ".");
  const decoded = bytes => new TextDecoder().decode(bytes);
  const lines = async number => decoded(await part(number)).split("\n");
  const entry = async (first, page, size) => (await lines(first + (page / size | 0)))[page % size]?.split("\t");

  const within = (groups, word) => groups.findLastIndex(other => other <= word);
  const place = word => within(told.starts, word);

  // the words of a part: for each its forms, how rare it is, and the pages that it is on with how much it counts there
  const shard = number => once("s" + number, async () => {
    const bytes = await part(number);
    const groups = [];
    let offset = 0;
    let word = "";
    const next = () => {
      let number = 0;
      let size = 1;
      let byte;
      do { byte = bytes[offset++]; number += byte % 128 * size; size *= 128; } while (byte > 127);
      return number;
    };
    while (offset < bytes.length) {
      const group = { forms: [], hits: [] };
      for (let count = next(); count--;) {
        word = word.slice(0, next());
        const size = next();
        word += decoded(bytes.subarray(offset, offset += size));
        group.forms.push(word);
      }
      group.rare = next() / 16;
      let page = 0;
      for (let count = next(); count--;) {
        const number = next();
        group.hits.push([page += number >> 4, (number % 16 / 15) ** 2]);
      }
      groups.push(group);
    }
    return groups;
  });

  const shards = async (groups, first) => (await Promise.all(groups.map((_, number) => shard(first + number)))).flat();

  // -- words

  const wordsOf = said => said.toLowerCase().normalize("NFKD").replace(/['’]s\b|[\p{M}'’]/gu, "").match(/[\p{L}\p{N}]+/gu) || [];

  const by = key => (one, other) => one[key] - other[key];

  const oneOf = words => RegExp("\\b(" + words + ")\\b", "gi");

  // letters with which both begin
  const shared = (one, other) => {
    let number = 0;
    while (number < one.length && one[number] == other[number]) number++;
    return number;
  };

  // letters added, missing, swapped with their neighbours or, a little worse, wrong; as far as `most`
  const mistakes = (one, other, most) => {
    const number = shared(one, other);
    const less = (first, last, cost) => cost + mistakes(one.slice(number + first), other.slice(number + last), most - 1);
    const left = Math.max(one.length, other.length) - number;
    return !left || most < 1 ? left * 9 : Math.min(less(1, 1, 1.2), less(1, 0, 1), less(0, 1, 1),
      one[number] == other[number + 1] && one[number + 1] == other[number] ? less(2, 2, 1) : 9);
  };

  const ending = /^(i?e?[sd]?|[eo]rs?|y|ings?|[ait]*ions?|ments?|ly|al)$/;

  // the word itself; or the words that it may become; or one that it was meant to be; or its other forms
  const matching = (word, groups, last) => {
    const found = [[], [], [], []];
    for (const group of groups) for (const form of group.forms) {
      const number = shared(word, form);
      const cost = mistakes(word, form, 1);
      if (!cost) found[0].push([group, 1]);
      else if (number == word.length && word[last ? 1 : 3]) found[1].push([group, (number / form.length) ** 3]);
      else if (word[5] && cost < 2) found[2].push([group, 1, form, cost + group.rare / 99]);
      else if (number > 3 && ending.test(word.slice(number)) && ending.test(form.slice(number))) found[3].push([group, 1]);
    }
    found[2].sort(by(3)).splice(1);
    return found.find(groups => groups[0]) || [];
  };

  const look = async (word, last) => {
    const first = place(word);
    // two words in one are looked for apart
    return matching(word, (await shards(last ? told.starts.slice(first, first + 3).filter(other => other <= word + "~") : [0], first)).filter(group => group.rare % 1), last);
  };

  // words like one that nothing is known of, the likeliest first; and the two that it may consist of
  const guesses = async (word, more) => {
    const known = whole
      ? (await shards(told.starts, 0)).sort(by("rare")).flatMap(group => group.forms)
      : await lines(told.spelling + within(told.letters, word));
    const found = [];
    for (const other of known) {
      const number = word.length + 2 * (shared(word, other) > 2);
      const most = more + (number < 5 ? number / 4.4 : number < 9 ? 1.2 : number < 11 ? 2.2 : 3.3);
      const cost = mistakes(word, other, other[0] == word[0] && most);
      if (cost <= most) found.push([cost, other]);
      const rest = word.slice(other.length);
      if (other[2] && rest[2] && other + rest == word && (await shard(place(rest))).some(group => group.forms.includes(rest))) found.push([-1, other + " " + rest]);
    }
    return found.sort(by(0)).map(([, other]) => other);
  };

  // -- a search

  const seek = async (query, typed) => {
    const every = wordsOf(query).slice(0, 24);
    const asked = every.join(" ");
    const question = told.questions.find(question => asked.match(oneOf(question[1])));
    const telling = every.filter(word => !told.fillers.includes(word));
    const words = [...new Set(telling[0] ? telling : every)];
    // words that only ask the question need not be on a page, unless there are no others
    const needed = words.map(word => !(question && word.match(oneOf(question[1]))));
    // and a question about nothing has no answer, but all its words are needed
    const about = needed.includes(true) || !needed.fill(true);
    const gone = telling.join(" ").match(oneOf(told.elsewhere));

    const found = await Promise.all(words.map(word => look(word, word == every.at(-1))));
    const loaded = words.map(place);
    const pairs = {};
    [every, telling].map(list => list.map((word, number) => pairs[word + list[number + 1]] = [word, list[number + 1]]));
    for (const pair in pairs) {
      const number = place(pair);
      if (loaded.includes(number)) for (const [group] of matching(pair, await shard(number)))
        for (const word of pairs[pair]) found[words.indexOf(word)]?.push([group, 0]);
    }
    const instead = {};
    // words that nothing is known of; the more of what was asked they are, the more must a page be about the others
    const lost = [];
    for (const [number, word] of words.entries()) {
      instead[word] = found[number][0]?.[2];
      // the list of words is not fetched for one that is still being typed
      if (!gone && needed[number] && !found[number][0] && (whole || !typed || word != every.at(-1))) {
        [instead[word]] = await guesses(word, words[1] ? 0 : .1);
        instead[word] || isNaN(word) && lost.push(word);
      }
    }
    // what was meant finds just what it would have found; beside words that nothing is known of, none is guessed
    const meant = lost[0] ? asked : every.map(word => instead[word] || word).join(" ");
    if (!gone && meant != asked) return Object.assign(await seek(meant, typed), { 3: asked });

    // a word counts less where only others are known that begin with it, and a number nothing that is nowhere
    const weights = found.map((groups, number) => groups[0] ? groups[0][0].rare * (groups[0][1] || .5) : isNaN(words[number]) * told.unknown);
    const total = weights.reduce((score, weight, number) => score + needed[number] * weight, 0);
    const rows = {};
    found.forEach((groups, number) => groups.forEach(([group, likeness]) => group.hits.forEach(([page, mark]) => {
      const row = rows[page] ||= [];
      row[number] = (row[number] || 0) + mark * (likeness * weights[number] || group.rare / 3);
    })));
    const ranked = [];
    for (const page in rows) {
      let score = 0;
      let share = 0;
      rows[page].forEach((mark, number) => {
        score += mark;
        share += needed[number] * weights[number] / total;
      });
      if (!gone && share && share + 5 * score / total > 1 + lost.length / words.length) ranked.push([-score * share, +page]);
    }
    const pattern = oneOf([...words, ...found.flat().flatMap(([group]) => group.forms)].join("|"));
    // where there is nothing: what is like the first of those words, and what would have been looked for without them
    const near = ranked[0] || !lost[0] ? [] : [...(await guesses(lost[0], 1)).slice(0, 4), words.filter(word => !lost.includes(word)).join(" ")];
    return [ranked.sort(by(0)).map(([, page]) => page), pattern, about && question, asked, meant, near];
  };

  // -- what is shown

  const make = (name, ...inside) => {
    const item = document.createElement(name);
    item.append(...inside);
    return item;
  };

  // a page with the fact that answers the question about it; or, where title and description have none of the words and it
  // costs nothing to look, with a fact that has one, and two if more than one was typed; or with its description
  const line = async ([first, pattern, question, typed], page) => {
    const marked = said => said.split(pattern).map((word, number) => number % 2 ? make("mark", word) : word);
    const asked = question && page == first[0];
    const known = (whole || asked) && told.facts + page / 60 < told.spelling && entry(told.facts, page, 60);
    const [title, address, description] = await entry(told.results, page, 10);
    const stated = await known || [];
    const answered = asked && stated[question[3]];
    const about = answered ? question : !(title + " " + description).match(pattern) &&
      told.questions.find(question => stated[question[3]]?.match(pattern)?.[+typed.includes(" ")]);
    const link = make("a", ...marked(title));
    link.href = told.base + address.replace("*", () => wordsOf(title).join("-")) + (answered ? "#" + question[0] : "");
    const said = about ? [make("strong", about[2]), " ", ...marked(stated[about[3]])] : marked(description);
    const item = make("li", make("h2", link), make("p", ...said), make("p", told.kinds.findLast(([first]) => first <= page)[2]));
    item.className = "card";
    item.lastChild.className = "count";
    item.dataset.searchResult = "";
    return item;
  };

  const say = words => one("[data-search-count]").textContent = words;

  const show = async typed => {
    const mine = latest = {};
    clearTimeout(typing);
    try {
      const found = await seek(input.value, typed);
      const [ranked, , , asked, meant, others] = found;
      const count = ranked.length;
      let shown = 0;
      button.onclick = async () => {
        const lines = await Promise.all(ranked.slice(shown, shown + 10).map(page => line(found, page)));
        if (latest != mine) return;
        shown || list.replaceChildren();
        list.append(...lines);
        shown += 10;
        button.hidden = shown >= count;
      };
      await button.onclick();
      if (latest != mine) return;
      say(asked && told.says[Math.min(count, 2)].replace("#", count || asked) + (meant == asked ? "" : told.says[3].replace("#", meant)));
      one("[data-search-nothing]").hidden = count || !asked;
      near.hidden = !others[0];
      near.lastChild.replaceChildren(...others.flatMap(word => [" ", Object.assign(make("a", word), { href: "#q=" + word })]));
    } catch { if (latest == mine) say(told.says[4]); }
  };

  const fromAddress = () => {
    const query = new URLSearchParams(location.hash.slice(1)).get("q");
    if (query) { input.value = query; show(); }
  };

  input.oninput = () => {
    clearTimeout(typing);
    typing = setTimeout(show, 200, true);
  };
  onhashchange = fromAddress;
  // The index is asked for once the page has been drawn, so that it keeps nobody waiting for the page.
  setTimeout(() => whole && fetched("").catch(() => { }), 200);
  fromAddress();
})();
