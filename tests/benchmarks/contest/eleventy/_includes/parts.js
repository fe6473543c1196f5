/** What all pages are made of. */
import markdown from "markdown-it";

const md = markdown();
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export const esc = (text) => (text === undefined || text === null ? "" : /[&<>"]/.test(text) ? String(text).replace(/[&<>"]/g, (c) => ENTITIES[c]) : String(text));
export const inline = (text) => md.renderInline(text);
export const each = (items, make, between = "\n") => (items ?? []).map(make).join(between);
export const link = (page) => `<a href="${page.url}">${esc(page.data.title)}</a>`;
export const list = (items, name = "") => `<ul${name && ` class="${name}"`}>${each(items, (item) => `<li>${esc(item)}</li>`)}</ul>`;
export const row = (term, text) => `<div><dt>${term}</dt><dd>${text}</dd></div>\n`;
export const facts = (...rows) => `<dl class="facts">${rows.join("")}</dl>`;

export function day(value) {
  const at = value instanceof Date ? value : new Date(value);
  return `<time datetime="${at.toISOString().slice(0, 10)}">${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}</time>`;
}

export function table(heads, rows) {
  const cells = (row) => row.map((cell, at) => (at ? `<td data-label="${heads[at]}">${cell}</td>` : `<th scope="row" data-label="${heads[at]}">${cell}</th>`)).join("\n");
  return `<table>\n<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>\n<tbody>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody></table>`;
}

export const card = (page) => `<li class="card"><h3>${link(page)}</h3>\n<p>${esc(page.data.summary)}</p></li>\n`;
export const cards = (pages) => `<ul class="cards">${each(pages, card, "")}</ul>`;
export const counted = (pages, uses) => `<ul class="cards tight">${each(pages, (page) => `<li class="card"><h3>${link(page)}</h3>\n<p>${esc(page.data.summary)}</p><p class="count">${(uses[page.fileSlug] ?? []).length} uses of data</p></li>`)}</ul>`;
export const laws = (data, places) => `<ul class="laws">${each(places, ({ law, section }) => `<li>${data.reference.laws[law].address ? `<a href="${data.reference.laws[law].address}">${esc(data.reference.laws[law].title)}</a>` : esc(data.reference.laws[law].title)}${section ? `, ${esc(section)}` : ""}</li>`)}</ul>`;
export const categories = (data, ids) => each(ids, (id) => `<a href="/data-categories/${id}/">${esc(data.reference.categories[id].name)}</a>`, ", ");
export const organisation = (data, id) => `<a href="/organisations/${id}/">${esc(data.reference.organisations[id].name)}</a>`;
export const sources = (data, item) => `<ul class="bare">${item.from_you ? "<li>You</li>\n" : ""}${each(item.from_organisations, (id) => `<li>${organisation(data, id)}</li>`)}${item.from_others ? `<li>${esc(item.from_others)}</li>` : ""}</ul>`;

export function ways(data) {
  const own = each(data.choices, (id) => `<li><a href="/choices/${id}/">${esc(data.collections.choices.find((choice) => choice.fileSlug === id).data.title)}</a></li>`);
  const national = data.national_data_opt_out.applies === "applied" ? '<li><a href="/choices/national-data-opt-out/">National Data Opt-Out</a></li>\n' : "";
  const object = data.can_object ? '<li><a href="/choices/right-to-object/">Object to a use of your data</a></li>\n' : "";
  return `<ul class="bare">${own}${national}${object}</ul>`;
}

const phone = (number) => `<a href="tel:${number.replaceAll(" ", "")}">${number}</a>`;
export const short = (who) => `<p class="contact-line"><strong>${esc(who.name)}</strong>${who.telephone ? ` ${phone(who.telephone)}` : ""}${who.email ? ` <a href="mailto:${who.email}">${who.email}</a>` : who.website ? ` <a href="${who.website}">${who.website.replace("https://", "")}</a>` : ""}</p>`;
export const contact = (who) => `<ul class="contact">
${who.telephone ? `<li><span>Telephone</span> <span>${phone(who.telephone)}${who.hours ? ` <span class="small">${esc(who.hours)}</span>` : ""}</span></li>\n` : ""}${who.email ? `<li><span>E-mail</span> <span><a href="mailto:${who.email}">${who.email}</a></span></li>\n` : ""}${who.website ? `<li><span>Website</span> <span><a href="${who.website}">${who.website.replace("https://", "")}</a></span></li>\n` : ""}${who.address ? `<li><span>Post</span> <span>${esc(who.address.join(", "))}</span></li>\n` : ""}${who.other ? `<li><span>Other ways</span> <span>${esc(who.other)}</span></li>\n` : ""}</ul>`;
export const contents = (parts) => `<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ol>
${parts.map(([anchor, words]) => `<li><a href="#${anchor}">${words}</a></li>`).join("\n")}</ol></nav>`;
export const section = (id, heading, text) => `<section id="${id}"><h2>${heading}</h2>\n${text}</section>\n`;
export { phone };
