/* Keeps people where they are when a page changes by itself. Without this script everything works, page by page. */
;(() => {
  const line = () => document.getElementById('melding')
  const shown = () => [...document.querySelectorAll('main article')].map((article) => article.id).join()
  const isPost = (event) => event.detail.ctx?.request?.method === 'POST'
  /** A wish that cannot be granted (422) is answered on the page itself; anything else that fails is not. */
  const isRefused = ({ detail }) => detail.ctx.response?.status >= 400 && detail.ctx.response.status !== 422
  let before = ''
  /** What stood there when somebody last tapped; null once that tap has led somewhere. */
  let asked = null

  /** A fault is shown, news is only announced. */
  const say = (text, fault) => {
    const place = line()
    if (!place) return
    if (fault) place.dataset.said = 'fault'
    else delete place.dataset.said
    if (place.textContent !== text) place.textContent = text
  }

  document.addEventListener('htmx:before:request', (event) => {
    if (isPost(event)) asked = shown()
  })
  document.addEventListener('htmx:before:swap', () => {
    before = shown()
  })

  // After a tap the focus goes to the new card, whether the answer or the live line brings it first.
  // News that nobody asked for is only announced.
  document.addEventListener('htmx:after:swap', (event) => {
    const now = shown()
    if (asked === null && now !== before) say(line()?.dataset.news ?? '')
    if (asked !== null && now !== asked) {
      asked = null
      if (!document.activeElement?.hasAttribute('autofocus')) {
        document.querySelector('main article [tabindex="-1"]')?.focus()
      }
    }
    if (isPost(event) && !isRefused(event)) {
      asked = null
      say('')
    }
  })

  const failed = (event) => {
    if (!isPost(event)) return
    asked = null
    say(line()?.dataset.offline ?? '', true)
  }
  document.addEventListener('htmx:error', failed)
  document.addEventListener('htmx:response:error', (event) => {
    if (isRefused(event)) failed(event)
  })

  // The second half of a double tap would land on the next question, which stands in the same place.
  document.addEventListener(
    'click',
    (event) => {
      if (event.detail > 1 && event.target instanceof Element && event.target.closest('button')) event.preventDefault()
    },
    true,
  )
})()
