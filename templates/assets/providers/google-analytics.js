// Begins Google Analytics 4 for the measurement id that site.yaml names. Nothing is used for advertising.
;(() => {
  const { account } = document.currentScript.dataset
  const queue = (self.dataLayer = self.dataLayer || [])
  function tag() {
    queue.push(arguments)
  }
  tag("js", new Date())
  tag("config", account, { allow_google_signals: false, allow_ad_personalization_signals: false })
  const script = document.createElement("script")
  script.src = "https://www.googletagmanager.com/gtag/js?id=" + encodeURIComponent(account)
  document.head.append(script)
})()
