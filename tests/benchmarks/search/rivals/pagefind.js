const pagefind = await import("/pagefind/pagefind.js");
await pagefind.init();
const ask = async query => {
  const { results } = await pagefind.search(query);
  const ten = await Promise.all(results.slice(0, 10).map(result => result.data()));
  return {
    count: results.length,
    found: ten.map(({ url, meta, plain_excerpt }) => ({ url, title: meta.title, text: plain_excerpt })),
  };
};
