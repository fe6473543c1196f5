// What readers said about cookies, kept in one cookie. Before they say yes nothing runs and nothing is kept.
;((list) => {
  const root = document.documentElement
  const form = /^cookie_consent=1\.([0-9a-f]{8})\.([\d-]{10})((?:\.[a-z0-9-]+\.[01])+)$/
  let seen, spoke, choice, valid, day

  const jar = () => {
    try {
      return document.cookie.split("; ")
    } catch {
      return []
    }
  }

  // Other sites of the same domain may have left a cookie of this name: one that is about our list comes first.
  const kept = () => {
    const found = jar()
      .map((pair) => form.exec(pair))
      .filter(Boolean)
    return found.find((match) => match[1] == list.hash) ?? found[0] ?? []
  }

  const read = () => {
    const [whole, version, on, answers] = kept()
    const age = (Date.now() - Date.parse(on)) / 864e5
    seen = whole
    choice = Object.create(null)
    for (const [, id, yes] of answers?.matchAll(/\.([a-z0-9-]+)\.([01])/g) ?? []) choice[id] = +yes
    valid = version == list.hash && age >= 0 && age <= list.days && list.groups.every((group) => group.id in choice)
    day = valid && on
  }

  // An objection holds even when the list has changed; a yes does not. A browser's own "no" counts until the reader speaks.
  const allowed = (group) =>
    valid ? choice[group.id] : group.asks || choice[group.id] === 0 || navigator.globalPrivacyControl ? 0 : 1

  const expire = (key) => {
    const names = location.hostname.split(".")
    const paths = location.pathname.split("/")
    for (const n in names)
      for (const p in paths)
        for (const domain of ["", "; Domain=" + names.slice(n).join(".")])
          for (const kind of ["", "; Secure", "; Secure; Partitioned"])
            document.cookie = key + "=; Max-Age=0; Path=" + (paths.slice(0, +p + 1).join("/") || "/") + domain + kind
  }

  const forget = async ([store, key]) => {
    const fits = (kept) => (key.endsWith("*") ? kept.startsWith(key.slice(0, -1)) : kept == key)
    try {
      if (store == "cookie")
        jar()
          .map((pair) => pair.split("=")[0])
          .filter(fits)
          .forEach(expire)
      else if (store == "indexedDB")
        (await indexedDB.databases())
          .map((one) => one.name)
          .filter(fits)
          .forEach((one) => indexedDB.deleteDatabase(one))
      else
        Object.keys(self[store])
          .filter(fits)
          .forEach((one) => self[store].removeItem(one))
    } catch {}
  }

  const insert = ([address, data, sum]) => {
    const script = document.createElement("script")
    Object.assign(script.dataset, data)
    script.src = address
    script.integrity = sum
    document.head.append(script)
  }

  // A script cannot be stopped but by leaving the page, so a withdrawal loads it anew, and that page tells the outcome.
  const apply = (answer) => {
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
    if (again) {
      history.replaceState({ said: answer }, "")
      location.reload()
    }
  }

  const save = (chosen, answer) => {
    const today = new Date().toISOString().slice(0, 10)
    const value = list.groups.map((group) => "." + group.id + "." + +chosen[group.id]).join("")
    try {
      document.cookie = `cookie_consent=1.${list.hash}.${today}${value}; Path=/; SameSite=Lax; Max-Age=${list.days * 86400}${isSecureContext ? "; Secure" : ""}`
    } catch {}
    read()
    ;[choice, valid, day] = [chosen, 1, today]
    tell(answer)
    apply(answer)
  }

  const tell = (answer) => {
    document.querySelector("[data-cookie-asked]")?.remove()
    const told = document.querySelector("[data-cookie-told]")
    told.hidden = told.querySelector("[data-cookie-said='" + answer + "']").hidden = false
    told.focus()
  }

  const check = () => {
    if (kept()[0] == seen) return
    read()
    if (valid && !spoke) root.classList.remove("ask")
    apply()
    list.changed?.()
  }

  const answered = () => day
  const before = history.state?.said
  read()
  if (before) {
    history.replaceState(null, "")
    document.addEventListener("DOMContentLoaded", () => tell(before))
  }
  if (before || (!valid && !navigator.globalPrivacyControl)) root.classList.add("ask")
  apply()
  self.cookieConsent = { list, save, allowed, answered }
  addEventListener("pageshow", check)
  document.addEventListener("visibilitychange", check)
  self.cookieStore?.addEventListener("change", check)

  document.addEventListener("click", (event) => {
    // The second half of a double click must not hit what has come beneath it.
    if (spoke && event.detail > 1) return event.preventDefault()
    const answer = event.target.closest?.("[data-cookie-choice]")?.dataset.cookieChoice
    if (answer == "hide") {
      document.querySelector("[data-cookie-banner]").remove()
      document.querySelector("main").focus({ preventScroll: true })
    } else if (answer) {
      spoke = 1
      save(Object.fromEntries(list.groups.map((group) => [group.id, +answer])), answer)
    }
  })
})(LIST)
