// node minisearch-index.cjs PACKAGE TEXTS INDEX
const { readFileSync, writeFileSync } = require("node:fs");

const [, , library, texts, index] = process.argv;
const MiniSearch = require(`${library}/dist/cjs/index.cjs`);
const search = new MiniSearch({
  fields: ["title", "description", "headings", "text"],
  storeFields: ["title", "description"],
});
search.addAll(JSON.parse(readFileSync(texts, "utf8")));
writeFileSync(index, JSON.stringify(search));
