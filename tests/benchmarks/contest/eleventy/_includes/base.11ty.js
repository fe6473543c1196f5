/** Every page: its head, what is the same everywhere, and what its kind makes of it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { day, each, esc, facts, link, row, short } from "./parts.js";
import { notice } from "./notice.js";
import { project, projects } from "./projects.js";
import * as lists from "./lists.js";

const KINDS = { use: notice, project, "public-benefit": projects, ...lists.kinds };
const MENU = [["data-uses", "What we use data for"], ["choices", "Your choices"], ["public-benefit", "Public benefit"], ["rights", "Your rights"], ["search", "Search"]];
const FOOTER = [["a-z", "A to Z"], ["organisations", "Who we share data with"], ["data-categories", "Kinds of data"], ["glossary", "Words explained"], ["complaints", "Complain about data"], ["cookies", "Cookies"]];
const COUNCIL = "Larkshire County Council";
const SITE = "How Larkshire uses your data";
const ADDRESS = "https://privacy.larkshire.example";

const integrity = (name) => `sha256-${createHash("sha256").update(readFileSync(`assets/${name}`)).digest("base64")}`;
const ASSETS = `<link rel="stylesheet" href="/assets/site.css" integrity="${integrity("site.css")}">
<script src="/assets/consent.js" integrity="${integrity("consent.js")}"></script>`;
const BANNER = `<section class="ask-cookies" hidden data-cookie-banner aria-label="Cookies">
<div class="wrap">
<h2>Can we use statistics cookies?</h2>
<p>We would like to count how often people come and what they look at, so that we can make this site better. Set by: ${COUNCIL}.</p>
<div class="buttons"><div class="pair">
<button type="button" data-cookie-choice="1">Accept statistics cookies</button>
<button type="button" data-cookie-choice="0">Reject statistics cookies</button></div>
<a href="/cookies/">View cookies</a></div></div>
<div class="wrap" hidden role="alert" tabindex="-1" data-cookie-told>
<p><span hidden data-cookie-said="1">You said yes to statistics cookies.</span> <span hidden data-cookie-said="0">You said no to statistics cookies.</span> <a href="/cookies/">Change your mind at any time</a></p>
<div class="buttons"><button type="button" data-cookie-choice="hide">Hide this message</button></div></div></section>`;

const header = (here) => `<header>
<a class="skip" href="#main">Skip to main content</a>
<div class="band"><div class="wrap">
<a class="site" href="/">
<span class="mark" aria-hidden="true">LK</span><span><span class="council">${COUNCIL}</span> <span class="site-title">${SITE}</span></span></a>
<nav class="menu" aria-label="Main menu"><ul>
${MENU.map(([folder, words]) => `<li><a href="/${folder}/"${folder === here ? ' aria-current="true"' : ""}>${words}</a></li>`).join("\n")}</ul></nav></div></div>
<p class="notice"><span class="wrap">This is a demonstration. Larkshire is a made-up county, and its council does not exist.</span></p>
</header>`;

let footer;
function foot(data) {
  const officer = data.reference.contacts["data-protection-officer"];
  footer ??= `<footer>
<div class="help"><div class="wrap columns">
<section><h2>Is this page wrong or unclear?</h2>
<p>Tell us, and we will put it right.</p>
${short(data.reference.contacts["web-team"])}</section>
<section><h2>Data protection officer</h2>
<p>Checks that we use data lawfully. You can ask about anything on this site.</p>
${short(officer)}
<p>${officer.address.join(", ")}</p></section>
<section><h2>Who is responsible</h2>
<p>${COUNCIL} decides how and why your data is used, unless a page says otherwise.</p>
<p class="contact-line"><a href="https://www.larkshire.example/">www.larkshire.example</a><a href="/complaints/">How to complain</a></p></section></div></div>
<div class="wrap foot">
<ul class="inline-list">
${FOOTER.map(([folder, words]) => `<li><a href="/${folder}/">${words}</a></li>`).join("\n")}
${each(data.collections.texts.filter((page) => page.data.in_footer), (page) => `<li>${link(page)}</li>`)}
<li><a href="https://www.larkshire.example/">Main website of ${COUNCIL}</a></li></ul>
<p class="small">${COUNCIL}</p>
</div>
</footer>`;
  return footer;
}

function record(data) {
  if (!data.reviewed) return "";
  const changes = data.changes ? `<section id="changes"><h2>What has changed</h2>${facts(...data.changes.map((one) => row(day(one.date), `${esc(one.what)} ${esc(one.why)}`)))}</section>` : "";
  return `${changes}<section class="record" aria-labelledby="record"><h2 id="record">About this page</h2>
${facts(row("Last reviewed", day(data.reviewed)), row("Next review due by", day(data.review_due)), row("Who answers for it", esc(data.owner)))}</section>`;
}

export function render(data) {
  const folder = data.page.url.split("/")[1];
  const above = MENU.concat(FOOTER).find(([name]) => name === folder && data.page.url !== `/${folder}/`);
  const { lead = "", main } = (KINDS[data.kind] ?? lists.text)(data);
  const title = data.page.url === "/" ? `${SITE} – ${COUNCIL}` : `${esc(data.title)}${above ? ` – ${above[1]}` : ""} – ${SITE}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<meta name="description" content="${esc(data.summary)}">
<link rel="canonical" href="${ADDRESS}${data.page.url}">
${ASSETS}
</head>
<body class="${data.kind}">
${BANNER}
${header(folder)}
<nav class="trail" aria-label="Where you are"><ol class="wrap">
<li><a href="/">How we use your data</a></li>${above ? `\n<li><a href="/${folder}/">${above[1]}</a></li>` : ""}</ol></nav>
<main id="main" tabindex="-1">
<div class="hero"><div class="wrap">
<h1>${esc(data.title)}</h1>
<p class="lead">${esc(data.summary)}</p>
${lead}
</div></div>
<div class="wrap content">
${main}
${record(data)}
<p class="no-print upward"><a href="#main">Back to the top</a></p>
</div>
</main>
${foot(data)}
<p class="print-only">Printed from ${ADDRESS}${data.page.url}</p>
</body>
</html>
`;
}
