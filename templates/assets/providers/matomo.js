// Begins Matomo at the address that site.yaml names.
;(() => {
  const { address, account } = document.currentScript.dataset
  const base = address.replace(/\/*$/, "/")
  const queue = (self._paq = self._paq || [])
  queue.push(
    ["trackPageView"],
    ["enableLinkTracking"],
    ["setTrackerUrl", base + "matomo.php"],
    ["setSiteId", account],
  )
  const script = document.createElement("script")
  script.src = base + "matomo.js"
  document.head.append(script)
})()
