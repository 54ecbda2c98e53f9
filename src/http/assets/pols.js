/* Keeps people where they are when a page changes by itself. Without this script everything works, page by page. */
;(() => {
  const line = () => document.getElementById('melding')
  const shown = () => [...document.querySelectorAll('main article')].map((article) => article.id).join()
  const isPost = (event) => event.detail.ctx?.request?.method === 'POST'
  /** A wish that cannot be granted (422) is answered on the page itself; anything else that fails is not. */
  const isRefused = ({ detail }) => detail.ctx.response?.status >= 400 && detail.ctx.response.status !== 422
  const FIRST = 'main article [tabindex="-1"]'
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

  // What is tapped or typed while the line is down waits in this page (phones are shared: in its memory only)
  // and leaves when the line is back, under the same random name, so that it counts once.
  const waiting = new Map()
  const isSeveral = (form) => form.querySelector('button[value$="._done"]') !== null
  const lineBack = (most) =>
    new Promise((resolve) => {
      setTimeout(resolve, most)
      addEventListener('online', resolve, { once: true })
    })

  const patiently = (form, ctx) => async () => {
    const { action, method, headers, credentials, mode } = ctx.request
    for (let pause = 1000; ; pause = Math.min(pause * 2, 15000)) {
      try {
        const { body } = ctx.request
        const signal = AbortSignal.timeout?.(20000)
        const response = await fetch(action, { method, headers, credentials, mode, body, signal })
        await response.clone().text()
        waiting.delete(form)
        unmark(form)
        return response
      } catch {
        if (!waiting.has(form)) {
          waiting.set(form, { request: ctx.request, taps: new Set() })
          mark(form, ctx.request.submitter)
        }
        say(line().dataset.waiting, true)
        await lineBack(pause)
      }
    }
  }

  const mark = (form, button) => {
    waiting.get(form).taps.add(button?.value)
    button?.setAttribute('data-waits', '')
  }
  const unmark = (form) => {
    for (const button of form.querySelectorAll('[data-waits]')) button.removeAttribute('data-waits')
  }

  // A second tap on a card that waits takes the place of the first; where several may be chosen, it comes after it.
  // No tap takes the place of a stop.
  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event
      const held = waiting.get(form)
      if (!held) return
      if (isSeveral(form) || !form.closest('article')) {
        if (!held.taps.has(submitter?.value)) return mark(form, submitter)
      } else if (!String(held.request.body.get('data')).endsWith('._stop')) {
        unmark(form)
        held.request.body = new URLSearchParams(new FormData(form))
        if (submitter?.name) held.request.body.set(submitter.name, submitter.value)
        mark(form, submitter)
      }
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )

  document.addEventListener('htmx:before:request', (event) => {
    if (!isPost(event)) return
    asked = shown()
    const { ctx } = event.detail
    if (line()?.dataset.waiting) ctx.fetch = patiently(ctx.sourceElement, ctx)
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
        document.querySelector(FIRST)?.focus()
      }
    }
    if (isPost(event) && !isRefused(event)) {
      // The same help, asked for a second time, may have scrolled out of sight.
      if (asked !== null && event.target.closest?.('footer')) document.querySelector(FIRST)?.focus()
      asked = null
      say('')
    }
  })

  const failed = (event) => {
    if (!isPost(event)) return
    asked = null
    const tooMuch = event.detail.ctx.response?.status === 413
    say((tooMuch && line()?.dataset.tooMuch) || (line()?.dataset.offline ?? ''), true)
  }
  document.addEventListener('htmx:error', failed)
  document.addEventListener('htmx:response:error', (event) => {
    if (isRefused(event)) failed(event)
  })

  // On a device that goes from hand to hand a page that was left is never shown again from memory.
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.body.dataset.layout === 'tablet') location.reload()
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
