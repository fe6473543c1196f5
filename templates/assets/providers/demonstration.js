// A stand-in for a statistics service, to try the whole behaviour: it counts on this device and sends nothing.
;(() => {
  const visits = +(/(?:^|; )demonstration_visits=(\d+)/.exec(document.cookie)?.[1] ?? 0) + 1
  document.cookie = "demonstration_visits=" + visits + "; Path=/; SameSite=Lax; Max-Age=2592000"
  localStorage.demonstration_pages = +(localStorage.demonstration_pages ?? 0) + 1
  let seconds = 0
  setInterval(() => {
    sessionStorage.demonstration_seconds = ++seconds
  }, 1000)
})()
