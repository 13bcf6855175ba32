/**
 * As the `ref` of what the hand goes on from once it is there. What came late leaves the focus to a field that has it by
 * then: somebody types in it.
 */
export function takeFocus(element: HTMLElement | null): void {
  const now = document.activeElement
  const isTyping = now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement
  if (!isTyping) element?.focus()
}
