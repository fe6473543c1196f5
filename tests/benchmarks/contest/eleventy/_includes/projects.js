/** Public-benefit projects. */
import { cards, contents, day, each, esc, facts, inline, link, list, organisation, row, section, table } from "./parts.js";

const voice = (data, heard) => `<figure class="voice"><figcaption><strong>${data.reference.words.perspective[heard.kind]}</strong> <span class="soft">${esc(heard.method)} ${day(heard.date)}</span></figcaption>
<blockquote>${esc(heard.said)}</blockquote>
<p><strong>What that changed.</strong> ${esc(heard.effect)}</p></figure>`;
const states = (data, benefits) => `<ul class="bare states">${each(benefits, (one) => `<li><span class="tag info">${data.reference.words.benefit_state[one.state]}</span> <span>${esc(one.benefit)} ${esc(one.evidence)}</span></li>`)}</ul>`;
const NO_OUTCOME = "<p>It is still under way, so there is no outcome yet.</p>";

export function projects(data) {
  const group = (state, words) => section(state, words, cards(data.collections.projects.filter((page) => page.data.state === state)));
  return { main: `<div class="two wide"><section><h2>What public benefit means</h2>
<p>We sometimes use data to plan better services or to find something out, and not only to serve one person. Before that we ask: who gains from it, who misses out, and is it worth it? We ask the people it is about. Then we decide, and say why.</p>
<p>A yes is not a free pass. Each project also needs a basis in data protection law. It must keep the duty of confidentiality and respect the National Data Opt-Out. Those are separate tests, and a yes to one is never a yes to another.</p></section>
<section><h2>How to read a project</h2><ol class="numbered"><li>The question</li><li>Who was asked</li><li>What they said, and what that changed</li><li>What was decided</li><li>What came of it</li></ol></section></div>
${group("active", "Planned and under way")}${group("concluded", "Finished")}` };
}

function story(data, one) {
  return `<section class="story" aria-labelledby="story"><h2 id="story">The story in short</h2><ol>
<li><h3>The question</h3><p class="question">${esc(data.question)}</p></li>
<li><h3>Who was asked</h3><p>We listened to these people, ${one.perspectives.length} times in all:</p>
<ul class="bare tags">${each(one.perspectives, (heard) => `<li class="tag plain">${data.reference.words.perspective[heard.kind]}</li>`)}</ul></li>
<li><h3>What they said, and what that changed</h3>${each(one.perspectives.slice(0, 2), (heard) => voice(data, heard))}<p><a href="#heard">Everyone who was heard</a></p></li>
<li><h3>What was decided</h3><p><span class="tag good">${data.reference.words.evaluation_state[one.state]}</span> <span class="soft">${day(one.date)}</span><br><strong>${esc(one.decision)}</strong></p><p>${esc(one.rationale)}</p></li>
<li><h3>What came of it</h3>${data.outcome ? `<p>${esc(data.outcome.summary)}</p>` : NO_OUTCOME}
<h4>What we hoped for, as it stood on ${day(one.date)}</h4>${states(data, one.benefits)}</li></ol></section>`;
}

const glance = (data) => `<aside class="box glance" aria-labelledby="glance"><h2 id="glance">At a glance</h2>${facts(
  row("Where it stands", data.reference.words.use_state[data.state]),
  row("Can I say no?", inline(data.statement.choice)),
  row("Were people asked if they agree?", data.consent_sought ? "Yes." : `No. ${esc(data.why_no_consent)}`),
  row("Can people be recognised?", data.reference.words.identifiability[data.identifiability]),
  row("How many people", data.reference.words.scale[data.scale]),
  row("Who uses the data", `<ul class="bare">${each(data.users, (id) => `<li>${organisation(data, id)}</li>`)}</ul>`),
  row("Dates", `${day(data.start)} to ${day(data.end)}`),
  row("Topics", `<ul class="bare">${each(data.topics, (id) => `<li><a href="/topics/${id}/">${esc(data.reference.topics[id].name)}</a></li>`)}</ul>`),
)}</aside>`;

function timeline(data) {
  const event = (on, what, why = "") => `<li><span class="soft">${day(on)}</span> <strong>${what}</strong>${why && `<p>${esc(why)}</p>`}</li>\n`;
  return `<ol class="timeline">${each(data.steps, (step) => event(step.on, data.reference.words.use_state[step.state], step.why), "")}${each(data.evaluations, (one) => event(one.date, data.reference.words.evaluation_state[one.state], one.decision), "")}${data.outcome ? event(data.outcome.published_on, "Outcome published") : ""}</ol>`;
}

function outcome(data) {
  const told = data.outcome;
  if (!told) return NO_OUTCOME;
  return `<p>${esc(told.summary)}</p>${states(data, told.benefits)}<h3>What was not achieved</h3>${list(told.not_achieved)}<h3>Harm</h3><p>${esc(told.harms.does_not_apply)}</p><h3>Who was told</h3><ul>${each(told.publicised, (one) => `<li>${esc(one.to)}: ${esc(one.how)}, ${day(one.on)}</li>`)}</ul>`;
}

export function project(data) {
  const one = data.evaluations.at(-1), said = data.statement, who = one.public_aspect;
  const parts = [
    ["data", "The data", `${facts(row("Which data", esc(said.data)), row("Whose data", esc(said.people)), row("Who uses it", esc(said.used_by)), row("What is not done", list(said.will_not)))}
<div class="note plain"><h3>Public benefit is one of four tests</h3><p>The other three are the basis in data protection law, the duty of confidentiality and the National Data Opt-Out. Each has an answer of its own.</p>
<p>The answers are here: ${each(data.collections.listed["public-benefit"][data.page.fileSlug], link, ", ")}</p></div>`],
    ["timeline", "What happened when", timeline(data)],
    ["evaluation", "The evaluation", `<p>${data.reference.words.evaluation_kind[one.kind]}, ${day(one.date)}. Prepared by: ${esc(one.prepared_by)}.</p>`],
    ["benefits", "Who gains, and who misses out", `${facts(row("Who gains", esc(who.who)), row("How the gain is spread", esc(who.distribution)), row("Who misses out", esc(who.who_misses_out)), row("What this rests on", list(who.evidence)))}
${table(["Benefit", "How likely", "How we measure it", "How far it has come"], one.benefits.map((gain) => [`${esc(gain.benefit)}<br><span class="soft">${gain.kind}</span>`, `${gain.likelihood}<br><span class="soft">${esc(gain.horizon)}</span>`, esc(gain.measure), `<span class="tag">${data.reference.words.benefit_state[gain.state]}</span>`]))}`],
    ["heard", "Who was heard", `<div class="voices">${each(one.perspectives, (heard) => voice(data, heard))}</div>`],
    ["weighing", "Is it worth it?", facts(row("Why the gain is worth it", esc(one.proportionality)), row("What would be lost", esc(one.if_refused)), row("Other ways", list(one.alternatives)))],
    ["risks", "Risks", `${table(["Risk", "How bad", "What we do about it", "Where it stands"], one.risks.map((risk) => [esc(risk.risk), risk.severity, esc(risk.mitigation), `<span class="tag">${risk.state}</span>`]))}<h3>Impact assessment</h3><p>${esc(one.dpia.outcome)} <span class="soft">${esc(one.dpia.reference)}, ${day(one.dpia.date)}.</span></p><p><a href="${one.dpia.summary}">Read the summary</a></p>`],
    ["decision", "The decision", `<p><span class="tag good">${data.reference.words.evaluation_state[one.state]}</span> <strong>${esc(one.decision)}</strong></p><p><strong>Why.</strong> ${esc(one.rationale)}</p><p><strong>Next evaluation:</strong> ${day(one.next_review)}</p><ul class="bare lines">${each(one.motivations, (part) => `<li><strong>${esc(part.whose)}</strong> <span class="tag">${part.interest}</span><br>${esc(part.motivation)}</li>`)}</ul>`],
    ["outcome", "What came of it", outcome(data)],
    data.learning && ["learning", "What we learned", each(data.learning, (step) => `<h3>${day(step.date)}</h3><p>${esc(step.worked)} ${esc(step.did_not_work)} ${esc(step.changed)}</p>`)],
  ].filter(Boolean);
  return { main: `<div class="beside">${story(data, one)}${glance(data)}</div>
<div class="in-full"><p class="lead">That was the short story. Here is the whole record.</p>
<div class="with-contents">${contents(parts)}<div class="sections">
${parts.map(([id, heading, text]) => section(id, heading, text)).join("")}</div></div></div>` };
}
