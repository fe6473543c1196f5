export const data = { permalink: "/robots.txt", eleventyExcludeFromCollections: true };
export const render = () => "User-agent: *\nSitemap: https://privacy.larkshire.example/sitemap.xml\n";
