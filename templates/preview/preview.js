// Keeps a page of the preview up to date. It speaks livereload's protocol and adds two things:
// it says which version it shows, so that no save is lost, and it can fetch the panel alone.
(() => {
  "use strict";
  const KEPT = "fair-notice-preview";
  const panel = () => document.querySelector("aside.preview");
  const version = () => document.querySelector("[data-version]").dataset.version;
  const read = () => { try { return JSON.parse(sessionStorage.getItem(KEPT)) || {}; } catch { return {}; } };
  const keep = (more) => { try { sessionStorage.setItem(KEPT, JSON.stringify({ ...read(), ...more })); } catch { /* goes without */ } };

  // The page comes back scrolled where it was, with the panel folded or open as it was.
  function reload() {
    const body = document.querySelector(".preview-body");
    keep({ page: location.pathname, x: scrollX, y: scrollY, panel: body ? body.scrollTop : 0 });
    location.reload();
  }

  function restore() {
    const kept = read();
    fold();
    if (kept.page !== location.pathname) return;
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    const body = document.querySelector(".preview-body");
    if (body) body.scrollTop = kept.panel;
    keep({ page: "" });
  }

  function fold() {
    const details = panel() && panel().querySelector("details");
    if (!details) return;
    const wide = matchMedia("(min-width:80rem)").matches;
    details.open = typeof read().open === "boolean" ? read().open : details.open || wide;
    details.querySelector("summary").addEventListener("click", () => keep({ open: !details.open }));
  }

  // Only the panel is new: the page stays, and so do the focus and what is scrolled.
  async function refresh() {
    const old = panel();
    if (!old) return reload();
    const page = old.dataset.page || location.pathname;
    const answer = await fetch("/_preview/panel?page=" + encodeURIComponent(page));
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("aside.preview");
    if (!fresh || panel() !== old) return;
    const [before, after] = [old, fresh].map((one) => one.querySelector(".preview-count").textContent);
    const [from, to] = [old, fresh].map((one) => one.querySelector(".preview-body"));
    const focused = [...old.querySelectorAll("a, summary")].indexOf(document.activeElement);
    const at = from.scrollTop;
    fresh.querySelector("details").open = old.querySelector("details").open;
    if (old.dataset.page) fresh.dataset.page = old.dataset.page;
    old.replaceWith(fresh);
    to.scrollTop = at;
    fold();
    if (focused >= 0) (fresh.querySelectorAll("a, summary")[focused] || fresh.querySelector("summary")).focus({ preventScroll: true });
    if (before !== after) fresh.querySelector("[role=status]").textContent = after;
  }

  function connect() {
    const line = new WebSocket(`ws://${location.host}/livereload`);
    const say = (message) => line.send(JSON.stringify(message));
    line.onopen = () => say({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    line.onmessage = (event) => {
      const { command } = JSON.parse(event.data);
      if (command === "hello") say({ command: "info", url: location.href, plugins: {}, version: version() });
      if (command === "reload") reload();
      if (command === "panel") refresh();
    };
    line.onclose = () => setTimeout(connect, 500);
  }

  if (document.readyState === "complete") restore(); else addEventListener("load", restore);
  connect();
})();
