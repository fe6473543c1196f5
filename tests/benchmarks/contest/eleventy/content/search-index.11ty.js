export const data = { permalink: "/search.json", eleventyExcludeFromCollections: true };
export const render = ({ collections }) => JSON.stringify(collections.all.map(({ url, data }) => ({ t: data.title, u: url, s: data.summary, k: data.also_called })));
