import type { ComboboxStore } from '@mantine/core'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End']

/**
 * Which option Enter takes: the first that is meant, or the one somebody has moved to, which stays marked when the office's
 * answers come in around it. Mantine itself counts, and would mark whatever has that place by then. `of` names the options.
 */
export function useMarked(combobox: ComboboxStore, isOpen: boolean, typed: string, of: readonly string[], first = 0) {
  const isMoved = useRef(false)
  const names = of.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `combobox` is a new object each time
  useLayoutEffect(() => {
    if (!isOpen || names === '') return
    const mark = () => {
      const options = [...document.querySelectorAll(`#${combobox.listId} [data-combobox-option]`)]
      const at = options.findIndex((option) => option.hasAttribute('data-combobox-selected'))
      combobox.selectOption(isMoved.current && at >= 0 ? at : first)
    }
    mark()
    const frame = requestAnimationFrame(mark) // while it opens, the options are not there yet
    return () => cancelAnimationFrame(frame)
  }, [isOpen, typed, names, first])
  return {
    /** Another text: what was marked counts along the list of before. */
    reset: () => {
      isMoved.current = false
      combobox.resetSelectedOption()
    },
    pressed: ({ key }: KeyboardEvent) => {
      if (MOVES.includes(key)) isMoved.current = true
    },
  }
}
