/** The page of a data use. */
import { categories, contact, contents, day, each, esc, facts, inline, laws, list, organisation, row, section, short, sources, table, ways } from "./parts.js";

const ROLES = ["processor", "joint-controller", "separate-controller"];
const COUNCIL = "Larkshire County Council";

const choice = (data) => (data.has_choice ? "You have a choice." : data.can_object ? "You can object." : "You have no choice.");

const inShort = (data) => `<section class="in-short" id="summary"><div class="top"><h2>In short</h2>
<p class="checked">Last reviewed on ${day(data.reviewed)}</p></div>
<dl class="answers">
${row("What do you use?", `<p>${each(data["data-categories"].slice(0, 6), (id) => esc(data.reference.categories[id].name), ", ")}.</p>`)}${row("Why?", `<ul>${data.purposes.map((one, at) => `<li><a href="#purpose-${at + 1}">${esc(one.purpose)}</a></li>`).join("\n")}</ul>`)}<div class="say-no"><dt>Can I say no?</dt><dd><p><strong>${choice(data)}</strong>
${esc(data.no_choice)}</p>${ways(data)}</dd></div>
${row("Who sees it?", `<p>${each(data.recipients.slice(0, 5), (one) => esc(data.reference.organisations[one.organisation].name), ", ")}${data.recipients.length > 5 ? ` <a href="#sharing">and ${data.recipients.length - 5} more</a>` : ""}.</p>`)}${row("How long do you keep it?", `<ul>${each(data.purposes.flatMap((one) => one.retention), (kept) => `<li><span class="soft">${esc(kept.records)}:</span> ${esc(kept.keep)}</li>`)}</ul>`)}</dl></section>`;

const condition = (data, met) => `<p>${data.reference.words.condition[met.condition].name}. <span class="legal">${data.reference.words.condition[met.condition].article}${met.schedule_1 ? `; Data Protection Act 2018, Schedule 1, ${esc(met.schedule_1)}` : ""}${met.policy_document ? `<br>${met.policy_document.does_not_apply ? esc(met.policy_document.does_not_apply) : `<a href="${met.policy_document}">Our policy on this sensitive data</a>`}` : ""}</span></p>`;

function purpose(data, one, at) {
  const basis = data.reference.words.basis[one.lawful_basis];
  return `<div class="purpose" id="purpose-${at + 1}"><h3>${esc(one.purpose)}</h3>
${facts(row("Why we may do it", `${basis.plain} <span class="legal">${basis.name}, ${basis.article}</span>`), row("The law that says so", laws(data, one.laws)), one.conditions ? row("Sensitive data", each(one.conditions, (met) => condition(data, met))) : "")}</div>`;
}

const required = (data, answer) => (!answer ? "You do not give it to us." : answer.kind ? `<strong>${data.reference.words.requirement[answer.kind]}.</strong> Without it: ${esc(answer.without_it)}` : esc(answer.does_not_apply));

const used = (data) => `<h3>Whose data it is</h3>
${list(data.people)}
<p>${data.includes_children ? "Children are among them." : "Children are not among them."}</p>
${table(["Data", "Where it comes from", "Must you give it?"], data.data.map((item) => [`<a href="/data-categories/${item.category}/">${esc(data.reference.categories[item.category].name)}</a>${list(item.includes, "includes")}`, sources(data, item), required(data, item.required)]))}`;

function sharing(data) {
  const name = (one) => esc(data.reference.organisations[one.organisation].name);
  const groups = ROLES.map((role) => [data.reference.words.role[role], data.recipients.filter((one) => one.role === role)]).filter(([, those]) => those.length);
  return `<svg class="flow" viewBox="0 0 288 ${200 + 20 * data.recipients.length}" role="img" aria-label="Who is responsible: ${COUNCIL}.${each(data.recipients, (one) => ` ${name(one)}.`, "")}">
<path d="M0 84h288v56H0zm144-26v20m-6-7 6 7 6-7m-6 75v20m-6-7 6 7 6-7"/>
<text>
<tspan x="12" dy="24" class="b">Where it comes from</tspan>
<tspan x="12" dy="20">You</tspan>
<tspan x="12" dy="64" class="b">Who is responsible</tspan>
<tspan x="12" dy="20">${COUNCIL}</tspan>
${groups.map(([role, those]) => `<tspan x="12" dy="28" class="b">${role}</tspan>\n${each(those, (one) => `<tspan x="12" dy="20">${name(one)}</tspan>`)}`).join("\n")}</text></svg>
${groups.map(([role, those]) => `<h3>${role}</h3>\n${facts(...those.map((one) => row(organisation(data, one.organisation), `${inline(one.why)} <span class="legal">Data: ${one.data ? categories(data, one.data) : "All the data on this page"}</span>`)))}`).join("\n")}`;
}

const transfers = (data) => (data.transfers.does_not_apply ? `<p>${esc(data.transfers.does_not_apply)}</p>` : each(data.transfers, (one) => `<h3>${esc(one.country)}</h3>${facts(row("Who gets it", organisation(data, one.organisation)), row("What makes it lawful", data.reference.words.mechanism[one.mechanism]), row("The safeguard", esc(one.safeguard)))}`));

const keeping = (data) => each(data.purposes, (one) => `<h3>For: ${esc(one.purpose)}</h3>\n${table(["Records", "How long", "Why"], one.retention.map((kept) => [esc(kept.records), esc(kept.keep), esc(kept.why)]))}`);

function tests(data) {
  const held = data.confidentiality, national = data.national_data_opt_out, words = data.reference.words;
  const bases = [...new Set(data.purposes.map((one) => one.lawful_basis))].map((basis) => words.basis[basis]);
  const benefits = (data["public-benefit"] ?? []).map((id) => `<a href="/public-benefit/${id}/">${esc(data.collections.projects.find((page) => page.fileSlug === id).data.title)}</a>`);
  return `<p>These choices reach this use:</p>
${ways(data)}
<p>${esc(data.no_choice)}</p>
<h3>Four separate tests</h3>
<p>Each of these is a question of its own. A yes to one is not a yes to another.</p>
<ol class="tests">
<li><h4>Does data protection law allow it?</h4>
${each(bases, (basis) => `<p>${basis.plain} <span class="legal">${basis.name}</span></p>`)}</li>
<li><h4>Does the duty of confidentiality allow it?</h4>
<p>${held.basis ? `<strong>${words.confidentiality[held.basis]}.</strong> ` : ""}${esc(held.explanation ?? held.does_not_apply)}${held.reference ? ` <span class="legal">${esc(held.reference)}</span>` : ""}</p></li>
<li><h4>Does the National Data Opt-Out apply?</h4>
<p><strong>${words.opt_out.applies[national.applies]}.</strong> ${esc(national.explanation)}
<span class="legal">${national.evidence ? `Evidence: ${esc(national.evidence)} ` : ""}Checked on ${day(national.checked)}.</span></p>
${national.applies === "not-in-scope" ? "" : '<p><a href="/choices/national-data-opt-out/">National Data Opt-Out</a></p>'}</li>
<li><h4>Is it of public benefit?</h4>
<p>${benefits.length ? `We have looked at that separately: ${benefits.join(", ")}` : ""}${esc(data.no_benefit)}</p></li></ol>`;
}

const held = (rights, extent) => Object.values(rights).filter((right) => right.extent === extent);

function groups(data, basis) {
  const rights = data.reference.matrix[basis];
  const explained = (extent) => facts(...held(rights, extent).map((right) => row(`<a href="/rights/${right.right}/">${right.name}</a>`, data.reference.words.rights.reasons[right.reason])));
  return `<h4>You have these rights</h4>
<ul class="yes">${each(held(rights, "full"), (right) => `<li><a href="/rights/${right.right}/">${right.name}</a></li>`)}</ul>
<h4>In some cases you have these too</h4>
${explained("limited")}
<details><summary>Rights that do not reach this</summary><div class="folded">${explained("none")}</div></details>`;
}

function rights(data) {
  const bases = [...new Set(data.purposes.map((one) => one.rights_as))];
  const names = (those) => list(those.map((one) => one.purpose));
  const object = data.can_object ? `<div class="note info"><h3>You have the right to object</h3>
<p>To this part:</p>
${names(data.purposes.filter((one) => one.lawful_basis === "public-task"))}
<p>${data.reference.words.rights.reasons["object-your-situation"]}</p>
<p><a href="/rights/object/">How to object</a></p></div>` : "";
  return `${object}${bases.map((basis) => `${bases.length > 1 ? `<h3>Rights for these purposes:</h3>\n${names(data.purposes.filter((one) => one.rights_as === basis))}` : "<p>These are the same for every purpose on this page.</p>"}
${groups(data, basis)}`).join("\n")}
<h3>How to use your rights</h3>
<p>Ask in any way you like. It is free.</p>
${contact(data.reference.contacts["rights-requests"])}`;
}

const complain = (data) => `<p>First, you can complain to us. We confirm within 30 days that we have your complaint, look into it, and tell you the outcome.</p>
${short(data.reference.contacts["data-complaints"])}
<p>You can also complain to the Information Commission. It is independent of us.</p>
${short(data.reference.contacts.ico)}
<p><a href="/complaints/">More on complaints, and a form</a></p>`;

const who = (data) => `<p>${COUNCIL} decides how and why this data is used. The law calls that the controller.</p>
<h3>Ask the service</h3>
<p>${esc(data.reference.contacts[data.contact].name)}. ${esc(data.reference.services[data.service].what_it_does)}</p>
${contact(data.reference.contacts[data.contact])}
<p>Our data protection officer checks that we use data lawfully:</p>
${short(data.reference.contacts["data-protection-officer"])}`;

export function notice(data) {
  const exception = data.article_14_exception;
  const parts = [
    ["purposes", "What for, and what allows us", `${data.purposes.map((one, at) => purpose(data, one, at)).join("\n")}<h3>What we do not do with it</h3>${list(data.will_not, "no")}`],
    ["data", "The data", used(data)],
    ["sharing", "Who we share it with", sharing(data)],
    ["transfers", "Outside the United Kingdom", transfers(data)],
    ["automated-decisions", "Decisions by computer", `<p>${esc(data.automated_decisions.does_not_apply)}</p>`],
    ["keeping", "How long we keep it", keeping(data)],
    ["choices", "Your choices", tests(data)],
    ["rights", "Your rights", rights(data)],
    ["complain", "How to complain", complain(data)],
    ["who-we-are", "Who we are", who(data)],
    exception && ["telling", "Why we do not tell each person", `<p><strong>${data.reference.words.article_14[exception.exception]}.</strong> ${esc(exception.explanation)}</p><h3>What we weighed</h3>${list(exception.factors)}<h3>How you are protected</h3>${list(exception.safeguards, "yes")}`],
    ["dpia", "Risks that we looked at", facts(row("Result", esc(data.dpia.outcome)), row("Impact assessment", esc(data.dpia.reference)), row("Signed off", day(data.dpia.date)), row("Summary", `<a href="${data.dpia.summary}">Read the summary</a>`))],
  ].filter(Boolean);
  const heads = data.changes ? [...parts, ["changes", "What has changed"]] : parts;
  return { lead: inShort(data), main: `<div class="with-contents">${contents(heads)}
<div class="sections">
${parts.map(([id, heading, text]) => section(id, heading, text)).join("")}<div class="prose">${data.content}</div></div></div>` };
}
