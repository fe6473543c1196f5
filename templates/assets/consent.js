// What readers said about cookies, kept in one cookie. Before they say yes nothing runs and nothing is kept.
;((list) => {
  const root = document.documentElement
  const form = /(?:^|; )(cookie_consent=1\.([0-9a-f]{8})\.(\d{4}-\d\d-\d\d)((?:\.[a-z0-9-]+\.[01])+))(?:;|$)/
  let seen, said, choice, valid, on

  const jar = () => {
    try {
      return document.cookie
    } catch {
      return ""
    }
  }

  const read = () => {
    const match = form.exec(jar())
    const age = match ? (Date.now() - Date.parse(match[3])) / 864e5 : -1
    seen = match?.[1]
    choice = {}
    for (const [, id, yes] of match?.[4].matchAll(/\.([a-z0-9-]+)\.([01])/g) ?? []) choice[id] = +yes
    valid =
      match?.[2] == list.hash &&
      age >= 0 &&
      age <= list.days &&
      list.groups.every((group) => group.id in choice)
    on = valid && match[3]
  }

  // An objection holds even when the list has changed; a yes does not. A browser's own "no" counts until the reader speaks.
  const allowed = (group) =>
    valid ? choice[group.id] : group.asks || choice[group.id] === 0 || navigator.globalPrivacyControl ? 0 : 1

  const expire = (key) => {
    const names = location.hostname.split(".")
    const paths = location.pathname.split("/")
    for (const n in names)
      for (const p in paths)
        for (const path of ["/", paths.slice(0, +p + 1).join("/")])
          for (const domain of ["", "; Domain=" + names.slice(n).join(".")])
            document.cookie = key + "=; Max-Age=0; Path=" + path + domain
  }

  const forget = ([store, name]) => {
    const fits = (key) => (name.endsWith("*") ? key.startsWith(name.slice(0, -1)) : key == name)
    try {
      if (store == "cookie")
        jar()
          .split("; ")
          .map((pair) => pair.split("=")[0])
          .filter(fits)
          .forEach(expire)
      else if (store == "indexedDB") indexedDB.deleteDatabase(name)
      else
        Object.keys(self[store])
          .filter(fits)
          .forEach((key) => self[store].removeItem(key))
    } catch {}
  }

  const insert = ([address, data]) => {
    const script = document.createElement("script")
    Object.assign(script.dataset, data)
    script.src = address
    document.head.append(script)
  }

  // A script cannot be stopped but by leaving the page, so a withdrawal loads it anew.
  const apply = () => {
    let again
    for (const group of list.groups) {
      if (allowed(group)) {
        if (!group.began) group.runs.forEach(insert)
        group.began = 1
      } else {
        group.keeps.forEach(forget)
        again ||= group.began
      }
    }
    if (again) location.reload()
  }

  const save = (chosen) => {
    const today = new Date().toISOString().slice(0, 10)
    const value = list.groups.map((group) => "." + group.id + "." + +chosen[group.id]).join("")
    try {
      document.cookie =
        "cookie_consent=1." +
        list.hash +
        "." +
        today +
        value +
        "; Path=/; SameSite=Lax; Max-Age=" +
        list.days * 86400 +
        (isSecureContext ? "; Secure" : "")
    } catch {}
    read()
    if (!valid) [choice, valid, on] = [chosen, 1, today]
    apply()
  }

  const check = () => {
    const before = seen
    if (form.exec(jar())?.[1] != before) {
      read()
      if (valid && !said) root.classList.remove("ask")
      apply()
    }
  }

  read()
  if (!valid && !navigator.globalPrivacyControl) root.classList.add("ask")
  apply()
  self.cookieConsent = { list, save, allowed, answered: () => on }
  addEventListener("pageshow", check)
  document.addEventListener("visibilitychange", check)
  self.cookieStore?.addEventListener("change", check)

  document.addEventListener("click", (event) => {
    // The second half of a double click must not hit what has come beneath it.
    if (said && event.detail > 1) return event.preventDefault()
    const answer = event.target.closest?.("[data-cookie-choice]")?.dataset.cookieChoice
    const banner = document.querySelector("[data-cookie-banner]")
    if (answer == "hide") {
      banner.remove()
      document.getElementById("main").focus({ preventScroll: true })
    } else if (answer) {
      said = 1
      banner.firstElementChild.hidden = true
      const told = banner.lastElementChild
      told.hidden = told.querySelector("[data-cookie-said='" + answer + "']").hidden = false
      told.focus()
      save(Object.fromEntries(list.groups.map((group) => [group.id, +answer])))
    }
  })
})(LIST)
