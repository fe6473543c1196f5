// The form on the cookies page: shows what was chosen, and changes it.
;(() => {
  const form = document.querySelector("[data-cookie-settings]")
  const message = document.querySelector("[data-cookie-saved]")
  const receipt = document.querySelector("[data-cookie-receipt]")
  const { list, save, allowed, answered } = cookieConsent

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

  const tell = () => {
    message.hidden = false
    message.focus()
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const chosen = {}
    for (const [id, value] of new FormData(form)) chosen[id] = +value
    // A withdrawal loads the page anew; the message is shown by the page that comes.
    history.replaceState(null, "", "#saved")
    save(chosen)
    show()
    tell()
  })

  form.hidden = false
  show()
  if (location.hash == "#saved") tell()
})()
