// Keeps a page of the preview up to date. It speaks livereload's protocol and adds two things:
// it says which version it shows, so that no save is lost, and it can fetch the panel alone.
(() => {
  "use strict";
  const KEPT = "fair-notice-preview";
  const panel = () => document.querySelector("aside.preview");
  const version = () => document.querySelector("[data-version]").dataset.version;
  const read = () => { try { return JSON.parse(sessionStorage.getItem(KEPT)) || {}; } catch { return {}; } };
  const keep = (more) => { try { sessionStorage.setItem(KEPT, JSON.stringify({ ...read(), ...more })); } catch { /* goes without */ } };

  // What a page is dressed with: where that changes, or a script has work to do, the page is loaded anew.
  const OWN = /\/(_preview\/preview|assets\/consent\.[0-9a-f]+)\.js/;
  const dress = (doc) => [...doc.querySelectorAll("script, link[rel=stylesheet]")]
    .map((one) => one.getAttribute("src") || one.getAttribute("href")).join(" ");
  const isStill = (doc) => [...doc.scripts].every((one) => OWN.test(one.getAttribute("src")));

  let updates = 0;

  // The new page takes the place of the old one where it stands: nothing jumps, nothing flashes.
  async function update() {
    const mine = ++updates;
    if (!panel() || !isStill(document)) return reload();
    const answer = await fetch(location.href).catch(() => null);
    if (mine !== updates) return;
    const fresh = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== updates) return;
    if (!fresh || !fresh.querySelector("aside.preview") || dress(fresh) !== dress(document) || !isStill(fresh)) return reload();
    const [x, y, at] = [scrollX, scrollY, document.querySelector(".preview-body").scrollTop];
    const [banner, other] = [document, fresh].map((one) => one.querySelector("[data-cookie-banner]"));
    if (banner && other) other.replaceWith(banner);
    document.title = fresh.title;
    document.documentElement.lang = fresh.documentElement.lang;
    document.body.className = fresh.body.className;
    document.body.replaceChildren(...fresh.body.childNodes);
    fold();
    document.querySelector(".preview-body").scrollTop = at;
    scrollTo({ left: x, top: y, behavior: "instant" });
  }

  // A page that is loaded anew comes back scrolled where it was.
  function reload() {
    const body = document.querySelector(".preview-body");
    keep({ page: location.pathname, x: scrollX, y: scrollY, panel: body ? body.scrollTop : 0 });
    location.reload();
  }

  function restore() {
    const kept = read();
    if (kept.page !== location.pathname) return;
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    const body = document.querySelector(".preview-body");
    if (body) body.scrollTop = kept.panel;
    if (document.readyState === "complete") keep({ page: "" });
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
      if (command === "reload") update();
      if (command === "panel") refresh();
    };
    line.onclose = () => setTimeout(connect, 500);
  }

  fold();
  restore();
  addEventListener("load", restore);
  connect();
})();
