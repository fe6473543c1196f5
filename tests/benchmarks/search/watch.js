// Runs before the scripts of a page and notes when the first result appears, how long an answer takes
// from the last key, and the longest task since the first key. Milliseconds since the page was asked for.
(() => {
  const seen = window.seen = { first: null, answers: [], longest: 0 };
  let key = null, typing = null;
  const note = event => {
    if (event.type === "keydown" && event.key !== "Enter") return;
    key = performance.now();
    typing ??= key;
  };
  for (const kind of ["input", "keydown"]) addEventListener(kind, note, true);
  new MutationObserver(records => {
    const added = records.some(({ addedNodes }) => [...addedNodes].some(
      node => node.matches?.("[data-search-result]") || node.querySelector?.("[data-search-result]")));
    if (!added) return;
    const now = performance.now();
    seen.first ??= now;
    if (key !== null) seen.answers.push(now - key);
    key = null;
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries())
      if (typing !== null && startTime + duration > typing) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: "longtask", buffered: true });
})();
