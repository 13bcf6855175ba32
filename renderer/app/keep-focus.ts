/**
 * A button that is off while the office works loses the focus, and whoever works by keyboard their place: it has it again
 * as soon as it can be used, unless something else was gone to meanwhile.
 */
export function keepFocus(page: Document = document): void {
  let last: Element | null = null
  page.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null
  })
  page.addEventListener(
    'pointerdown',
    () => {
      last = null // the press itself says where to go
    },
    { capture: true },
  )
  new MutationObserver((changes) => {
    const isBack = changes.some(({ target }) => target === last && !last.hasAttribute('disabled'))
    if (isBack && page.activeElement === page.body && last instanceof HTMLElement) last.focus({ preventScroll: true })
  }).observe(page, { subtree: true, attributeFilter: ['disabled'] })
}
