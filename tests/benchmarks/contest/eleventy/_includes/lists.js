/** Pages that list: by topic, organisation, category, choice, right and letter. */
import { cards, card, categories, contact, contents, counted, day, each, esc, facts, inline, laws, link, list, organisation, phone, row, section, sources, table, ways } from "./parts.js";

const FORM = `<form role="search" class="search" hidden data-search-index="/search.json" data-search-page="/search/">
<label for="search">What are you looking for?</label>
<div class="search-row"><input type="search" id="search" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"><button type="submit">Search</button></div>
</form>
<p data-search-instead><a class="button" href="/a-z/">Look in the A to Z</a></p>
<script src="/assets/search.js" defer></script>`;

export const text = (data) => ({ main: `<div class="prose">${data.content}</div>` });
const topics = (data) => data.collections.topics.filter((topic) => data.collections.listed.topics[topic.fileSlug]);

function home(data) {
  const { collections } = data;
  const indexes = collections.all.filter((page) => ["/organisations/", "/data-categories/", "/public-benefit/", "/rights/", "/complaints/"].includes(page.url));
  return {
    lead: `<div class="lead prose">${data.content}</div>
<ul class="ways">
<li class="card"><h2><a href="/data-uses/">What we hold</a></h2>
<p>All ${collections.uses.length} uses of data, by subject.</p></li>
<li class="card"><h2><a href="/choices/">Your choices</a></h2>
<p>How to say no, and where you cannot.</p></li>
<li>${FORM}</li></ul>`,
    main: `${section("subjects", "What we use data for", counted(topics(data), collections.listed.topics))}${section("choices", "Every choice", cards(collections.choices))}${section("more", "More ways to look", cards(indexes))}`,
  };
}

function dataUses(data) {
  const found = topics(data);
  return {
    lead: `<p class="count">${data.collections.uses.length} uses of data in all.</p>`,
    main: `<div class="with-contents">${contents(found.map((topic) => [topic.fileSlug, topic.data.title]))}<div class="sections">
${each(found, (topic) => section(topic.fileSlug, link(topic), `<p class="soft">${esc(topic.data.summary)}</p>${cards(data.collections.listed.topics[topic.fileSlug])}`))}</div></div>`,
  };
}

function topic(data) {
  const id = data.page.fileSlug, found = data.collections.listed["topic-projects"][id];
  const asked = Object.values(data.reference.services).filter((service) => service.topic === id).map((service) => data.reference.contacts[service.contact]);
  return { main: `${section("uses", "What we use data for", cards(data.collections.listed.topics[id]))}${found ? section("projects", "Projects", cards(found)) : ""}${section("ask", "Whom to ask", `<div class="two">${each(asked, (who) => `<div class="box contact-box"><h3>${esc(who.name)}</h3>\n${contact(who)}</div>`)}</div>`)}` };
}

const organisations = (data) => ({ main: Object.entries(data.reference.words.organisation_kind).map(([kind, name]) => section(kind, name, counted(data.collections.organisations.filter((page) => data.reference.organisations[page.fileSlug].kind === kind), data.collections.listed.organisations))).join("") });

function holder(data) {
  const id = data.page.fileSlug, uses = data.collections.listed.organisations[id] ?? [];
  const shared = uses.flatMap((use) => use.data.recipients.filter((one) => one.organisation === id).map((one) => [link(use), `${inline(one.why)} <span class="role">${data.reference.words.role[one.role]}.</span>`, categories(data, one.data ?? use.data["data-categories"])]));
  const given = uses.map((use) => [use, use.data.data.filter((item) => item.from_organisations?.includes(id))]).filter(([, items]) => items.length);
  const it = data.reference.organisations[id];
  return { main: `${section("shared", "What we share with it, and why", shared.length ? table(["Use of data", "Why it gets the data", "Which data"], shared) : "<p>We share nothing with it.</p>")}${given.length ? section("given", "What it gives us", table(["Use of data", "Which data"], given.map(([use, items]) => [link(use), categories(data, items.map((item) => item.category))]))) : ""}
${section("about", "About it", facts(row("What it is", data.reference.words.organisation_kind[it.kind]), it.also_called ? row("Also called", esc(it.also_called.join(", "))) : "", it.website ? row("Website", `<a href="${it.website}">${it.website.replace("https://", "")}</a>`) : "", row("Where it keeps the data", it.country ?? "United Kingdom"), it.checked ? row("Last checked", day(it.checked)) : ""))}` };
}

const KINDS_OF_DATA = [["ordinary", "Kinds of data"], ["special-category", "Sensitive data"], ["criminal-offence", "Data about crimes"]];
const dataCategories = (data) => ({ main: KINDS_OF_DATA.map(([kind, words]) => section(kind, words, counted(data.collections.categorys.filter((page) => page.data.sensitivity === kind), data.collections.listed["data-categories"]))).join("") });

function category(data) {
  const id = data.page.fileSlug, uses = data.collections.listed["data-categories"][id] ?? [];
  const rows = uses.flatMap((use) => use.data.data.filter((item) => item.category === id).map((item) => [link(use), list(item.includes), sources(data, item)]));
  return {
    lead: data.also_called ? `<p class="soft">Also called: ${esc(data.also_called.join(", "))}</p>` : "",
    main: section("uses", "Where we use it", rows.length ? `<p>Open a use of data to see who gets the data there, and how long we keep it.</p>${table(["Use of data", "What it includes there", "Where it comes from"], rows)}` : "<p>We do not use it now.</p>"),
  };
}

function choices(data) {
  const { uses } = data.collections, national = (use) => `<strong>${data.reference.words.opt_out.applies[use.data.national_data_opt_out.applies]}.</strong> ${esc(use.data.national_data_opt_out.explanation)}`;
  const group = (id, words, those, said) => section(id, words, table(["Use of data", "Your choices", "National Data Opt-Out"], those.map((use) => [link(use), said(use), national(use)])));
  const reason = (use) => esc(use.data.no_choice), choose = uses.filter((use) => use.data.has_choice), others = uses.filter((use) => !use.data.has_choice);
  return { main: `${section("choices", "Every choice", cards(data.collections.choices))}
${section("why", "Why you cannot always say no", "<p>Most council services rest on the law and not on your agreement. The law tells us to do them for everybody. So for some there is no choice, and for many others you can object, but we decide. Here is the answer for every use of data on this site:</p>")}
${group("choose", "You have a choice", choose, (use) => ways({ ...use.data, collections: data.collections }) + reason(use))}${group("object", "You can object, and we decide", others.filter((use) => use.data.can_object), reason)}${group("none", "You have no choice", others.filter((use) => !use.data.can_object), reason)}` };
}

function channel(data, one) {
  const who = data.reference.contacts[one.contact];
  const telephone = one.kind === "telephone" && who ? `<p class="reach">${phone(who.telephone)}</p>\n<p class="small">${esc(who.hours)}</p><p class="small">${esc(who.other)}</p>` : "";
  return `<li class="box"><h3>${data.reference.words.channel[one.kind]}</h3><p>${esc(one.how)}</p>${telephone}${one.kind === "post" && who?.address ? `<address>${who.address.map(esc).join("<br>")}</address>` : ""}</li>`;
}

function reached(data) {
  const { uses, listed } = data.collections;
  if (data.reach === "national-data-opt-out") return uses.filter((use) => use.data.national_data_opt_out.applies === "applied");
  return data.reach === "right-to-object" ? uses.filter((use) => use.data.can_object) : (listed.choices[data.page.fileSlug] ?? []);
}

function choice(data) {
  const found = reached(data), claim = data.compliance, bullets = (items, name) => `<ul class="${name}">${each(items, (item) => `<li>${inline(item)}</li>`)}</ul>`;
  const age = data.age.years ? `<strong>${data.age.years} years</strong> ${esc(data.age.explanation)}` : esc(data.age.does_not_apply);
  const parts = [
    ["stops", "What it does", `<div class="two"><div class="box"><h3>It stops</h3>${bullets(data.stops, "yes")}</div><div class="box"><h3>It does not stop</h3>${bullets(data.does_not_stop, "no")}</div></div><div class="note info"><h3>Effect on your care and services</h3><p>${esc(data.effect_on_service)}</p></div>`],
    ["how", "How to make this choice", `<ul class="bare channels">${each(data.channels, (one) => channel(data, one))}</ul>`],
    ["who", "Who can make it", facts(row("Who has this choice", esc(data.who_can_use_it)), row("From what age", `<p>${age}</p>`), row("Choosing for somebody else", list(data.proxies)), row("Who decides", esc(data.who_decides)), row("Who keeps the choice", organisation(data, data.held_by)))],
    ["when", "When and where it holds", facts(row("When it takes effect", esc(data.takes_effect)), row("If you change your mind", esc(data.change_your_mind)), row("Where it holds", each(data.nations, (nation) => data.reference.words.nation[nation], ", ")), row("Law or policy behind it", laws(data, data.laws)))],
    data.exceptions?.length && ["exceptions", "When data is used in spite of it", list(data.exceptions)],
    ["more", "More about this choice", `<div class="prose">${data.content}</div>`],
    ["uses", "Which uses of data it reaches", found.length ? `<p>It reaches ${found.length} uses of data on this site:</p><ul class="columns">${each(found, (use) => `<li>${link(use)}</li>`)}</ul>` : "<p>It reaches no use of data on this site now.</p>"],
    claim && ["compliance", "How we follow it", `<p><strong>${data.reference.words.compliance[claim.status]}.</strong> On ${day(claim.as_of)} we looked at ${claim.uses_checked} uses of data. The choice applies to ${claim.uses_in_scope} of them. We checked ${claim.releases_checked} releases. We check again by ${day(claim.next_check)}.</p>${facts(row("What we looked at", esc(claim.scope)), row("How", esc(claim.method)), row("Who answers for it", esc(claim.owner)))}`],
  ].filter(Boolean);
  return { main: `<div class="with-contents">${contents(parts)}<div class="sections">${parts.map(([id, heading, words]) => section(id, heading, words)).join("")}</div></div>` };
}

const rights = (data) => ({ main: `<ul class="cards">${each(data.collections.rights.toSorted((a, b) => a.data.weight - b.data.weight), (page) => `<li class="card"><h3>${link(page)}</h3><p>${esc(page.data.summary)}</p><p class="soft">${esc(page.data.formal_name)}</p></li>`)}</ul>` });

const known = new Map();
function usesByBasis(data, basis) {
  if (!known.has(basis))
    known.set(basis, data.collections.uses.map((use) => [use, use.data.purposes.filter((one) => one.rights_as === basis)]).filter(([, those]) => those.length).map(([use, those]) => row(link(use), list(those.map((one) => one.purpose)))).join(""));
  return known.get(basis);
}

function right(data) {
  const id = data.page.fileSlug;
  const extent = (name, words) => {
    const bases = Object.entries(data.reference.matrix).filter(([, held]) => held[id].extent === name);
    const reasons = new Set(bases.map(([, held]) => held[id].reason).filter(Boolean));
    return `<section class="extent ${name}"><h3>${words}</h3>${each([...reasons], (reason) => `<p>${data.reference.words.rights.reasons[reason]}</p>`)}<details><summary>Purposes</summary><div class="folded"><dl class="facts">${bases.map(([basis]) => usesByBasis(data, basis)).join("")}</dl></div></details></section>`;
  };
  return { main: `${section("how", "How to use it", `<div class="two"><div><p>${esc(data.how)}</p></div><div class="box contact-box"><h3>Rights requests team</h3>${contact(data.reference.contacts["rights-requests"])}</div></div>`)}${section("limits", "When it does not reach", `<p>${esc(data.limits)}</p>${facts(row("What the law calls it", esc(data.formal_name)), row("Where it is in law", esc(data.article)))}`)}
${section("where", "Where you have this right", `<p>It depends on why we use the data. One use can have several purposes, and each is listed on its own.</p>${extent("full", "You have it here")}${extent("limited", "You have it here in some cases")}${extent("none", "You do not have it here")}`)}` };
}

function letters(entries, make) {
  const groups = {};
  for (const entry of entries) (groups[entry.text[0].toUpperCase()] ??= []).push(entry);
  const sorted = Object.keys(groups).sort();
  return `<nav class="letters" aria-label="Letters"><ul>${each(sorted, (letter) => `<li><a href="#letter-${letter.toLowerCase()}">${letter}</a></li>`)}</ul></nav>
${each(sorted, (letter) => `<section class="letter" id="letter-${letter.toLowerCase()}"><h2>${letter}</h2>\n${make(groups[letter].sort((a, b) => (a.text < b.text ? -1 : 1)))}</section>`)}`;
}

function aToZ(data) {
  const { uses, choices, projects, texts } = data.collections;
  const entries = [uses, choices, projects, texts].flat().flatMap((page) => [{ text: page.data.title, url: page.url }, ...(page.data.also_called ?? []).map((name) => ({ text: name, url: page.url, see: page.data.title }))]);
  entries.push(...data.reference.glossary.map((term) => ({ text: term.term, url: `/glossary/#${term.id}` })));
  return { main: letters(entries, (those) => `<ul class="columns bare">${each(those, (one) => `<li><a href="${one.url}">${esc(one.text)}</a>${one.see ? ` <span class="small soft">see: ${esc(one.see)}</span>` : ""}</li>`)}</ul>`) };
}

const glossary = (data) => ({ main: letters(data.reference.glossary.map((term) => ({ ...term, text: term.term })), (those) => `<dl class="facts">${each(those, (term) => `<div id="${term.id}"><dt>${esc(term.term)}</dt><dd>${inline(term.meaning)}${term.also_called ? ` <span class="small soft">Also called: ${esc(term.also_called.join(", "))}</span>` : ""}</dd></div>`)}</dl>`) });

const complaints = (data) => ({ main: `${section("us", "Complain to us", `<p>You can complain if you think that we broke data protection law with data about you. Everybody can, children too. It is free, and it does not change the services you get.</p>
<p><a class="button" href="https://www.larkshire.example/data-complaints/form">Use the complaint form</a></p>
<p>You do not have to use our form. Any way of telling us counts.</p><h3>Other ways to tell us</h3>
${list(["Write us a letter.", "Telephone us. We write your complaint down and read it back to you.", "Tell any member of our staff in person, for example in a library."])}${contact(data.reference.contacts["data-complaints"])}`)}${section("next", "What happens then", '<ol class="numbered"><li><strong>Within 30 days we confirm that we have your complaint.</strong></li><li>We look into it, and ask you if something is not clear.</li><li>We tell you how far we have come.</li><li>We tell you the result without undue delay.</li></ol>')}${section("regulator", "Complain to the regulator", `<p>The Information Commission watches over data protection in the United Kingdom. It is independent of us.</p>${contact(data.reference.contacts.ico)}`)}<p><a href="/rights/">Your rights</a></p>` });

const search = () => ({ main: `${FORM}<div data-search-results></div>` });
const cookies = () => ({ main: `${table(["Name", "What for", "Set by", "How long"], [["<code>cookie_consent</code>", "Keeps your answer.", "Larkshire County Council", "180 days"]])}
<form data-cookie-settings><fieldset><legend>Can we use statistics cookies?</legend>
<label><input type="radio" name="statistics" value="1"> Yes</label> <label><input type="radio" name="statistics" value="0"> No</label></fieldset><button type="submit">Save</button></form>` });
const notFound = () => ({ main: '<p>There is no page at this address. Look in the <a href="/a-z/">A to Z</a>.</p>' });

export const kinds = { home, "data-uses": dataUses, topic, organisations, organisation: holder, "data-categories": dataCategories, category, choices, choice, rights, right, "a-z": aToZ, glossary, complaints, search, cookies, "not-found": notFound };
export { card };
