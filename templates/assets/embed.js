// A video or a map of others: nothing is asked of them, and no frame is there, before a reader presses the button.
;(() => {
  for (const box of document.querySelectorAll("[data-embed]")) {
    const button = box.querySelector("button")
    button.parentNode.hidden = false
    button.addEventListener("click", () => {
      const frame = document.createElement("iframe")
      frame.title = box.dataset.title
      frame.allow = "fullscreen"
      frame.referrerPolicy = "strict-origin"
      // A picture of our own runs nothing. What others send cannot lead this page elsewhere.
      const ours = box.dataset.embed.startsWith("/")
      frame.sandbox = ours ? "" : "allow-scripts allow-same-origin allow-popups allow-forms allow-presentation"
      frame.tabIndex = 0
      frame.style.cssText = "display:block;width:100%;aspect-ratio:16/9;border:0"
      frame.src = box.dataset.embed
      button.parentNode.replaceWith(frame)
      frame.focus()
    })
  }
})()
