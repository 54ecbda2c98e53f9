/* Keeps people where they are when a page changes by itself. Without this script everything works, page by page. */
;(() => {
  const line = () => document.getElementById('melding')
  const shown = () => [...document.querySelectorAll('main article')].map((article) => article.id).join()
  const isPost = (event) => event.detail.ctx?.request?.method === 'POST'
  let before = ''

  const say = (text) => {
    const place = line()
    if (place && place.textContent !== text) place.textContent = text
  }

  document.addEventListener('htmx:before:swap', () => {
    before = shown()
  })

  // After a tap the focus goes to the new card; news that came by itself is only announced.
  document.addEventListener('htmx:after:swap', (event) => {
    const changed = shown() !== before
    if (isPost(event)) {
      say('')
      if (changed && !document.activeElement?.hasAttribute('autofocus')) {
        document.querySelector('main article [tabindex="-1"]')?.focus()
      }
    } else if (changed) say(line()?.dataset.news ?? '')
  })

  const failed = (event) => {
    if (isPost(event)) say(line()?.dataset.offline ?? '')
  }
  document.addEventListener('htmx:error', failed)
  document.addEventListener('htmx:response:error', (event) => {
    if (event.detail.ctx.response.status !== 422) failed(event)
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
