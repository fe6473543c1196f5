// Begins Plausible for the domain that site.yaml names.
;(() => {
  const { address = "https://plausible.io/js/script.js", account } = document.currentScript.dataset
  const script = document.createElement("script")
  script.dataset.domain = account
  script.src = address
  document.head.append(script)
})()
