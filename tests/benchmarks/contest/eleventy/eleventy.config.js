import { readFileSync } from "node:fs";

const facts = JSON.parse(readFileSync("data/reference/facts.json", "utf-8"));

/** Lists what belongs to each organisation, category, topic, choice and project: once, not on each page. */
function listed(uses, projects) {
  const found = { organisations: {}, "data-categories": {}, choices: {}, "public-benefit": {}, topics: {}, "topic-projects": {} };
  const add = (list, id, page) => (found[list][id] ??= []).push(page);
  for (const use of uses)
    for (const list of ["organisations", "data-categories", "choices", "public-benefit", "topics"])
      for (const id of use.data[list] ?? []) add(list, id, use);
  for (const project of projects) for (const id of project.data.topics ?? []) add("topic-projects", id, project);
  return found;
}

export default function (config) {
  const kind = (api, name) =>
    api.getAll().filter((page) => page.data.kind === name).sort((a, b) => (a.data.title < b.data.title ? -1 : 1));
  for (const name of ["use", "choice", "project", "text", "organisation", "category", "topic", "right"])
    config.addCollection(`${name}s`, (api) => kind(api, name));
  config.addCollection("listed", (api) => listed(kind(api, "use"), kind(api, "project")));
  config.addPreprocessor("facts", "md", (data, text) => text.replace(/\[\[([a-z0-9-]+)\]\]/g, (_, id) => facts[id]));
  config.addPassthroughCopy({ assets: "assets" });
  config.setLayoutsDirectory("../_includes");
  return {
    dir: { input: "content", includes: "../_includes", data: "../data", output: "public" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
