// The form on the cookies page: shows what was chosen, and changes it.
;(() => {
  const { list, save, allowed, answered } = cookieConsent
  let form, receipt

  // What this page will show is given its place before it is drawn, so that nothing moves.
  const early = new CSSStyleSheet()
  const shown = ["settings", answered() && "receipt", navigator.globalPrivacyControl && "signal"]
  for (const name of shown) if (name) early.insertRule("[data-cookie-" + name + "] { display: block !important }")
  document.adoptedStyleSheets = [early]

  const show = () => {
    const day = answered()
    for (const group of list.groups) {
      const now = allowed(group)
      if (day || !group.asks) form.querySelector(`[name="${group.id}"][value="${now}"]`).checked = true
    }
    receipt.hidden = !day
    if (day) {
      const [on, version] = receipt.querySelectorAll("dd")
      on.textContent = new Date(day).toLocaleDateString(document.documentElement.lang + "-GB", {
        dateStyle: "long",
        timeZone: "UTC",
      })
      version.textContent = list.hash
    }
    document.querySelector("[data-cookie-signal]").hidden = !navigator.globalPrivacyControl
  }

  document.addEventListener("DOMContentLoaded", () => {
    form = document.querySelector("[data-cookie-settings]")
    receipt = document.querySelector("[data-cookie-receipt]")
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const chosen = {}
      for (const [id, value] of new FormData(form)) chosen[id] = +value
      save(chosen, "saved")
      show()
    })
    form.hidden = false
    show()
    list.changed = show
    document.adoptedStyleSheets = []
  })
})()
