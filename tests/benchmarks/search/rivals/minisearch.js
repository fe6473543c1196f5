const [index] = await Promise.all([
  fetch("/rival/index.json").then(answer => answer.text()),
  new Promise((ready, failed) => {
    const script = document.createElement("script");
    script.src = "/rival/library.js";
    script.onload = ready;
    script.onerror = failed;
    document.head.append(script);
  }),
]);
const search = MiniSearch.loadJSON(index, {
  fields: ["title", "description", "headings", "text"],
  storeFields: ["title", "description"],
});
const ask = async query => {
  const results = search.search(query, {
    prefix: true, fuzzy: 0.2, boost: { title: 4, description: 2, headings: 1.5 },
  });
  return {
    count: results.length,
    found: results.slice(0, 10).map(({ id, title, description }) => ({ url: id, title, text: description })),
  };
};
