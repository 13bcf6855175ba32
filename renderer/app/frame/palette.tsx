import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import { useDeeds } from './deeds'
import { type Find, useFinds } from './find'
import classes from './palette.module.css'
import type { TakeFile } from './take-file'
import { useMarked } from './use-marked'

const { palette } = words.frame

function Matched({ name, typed }: { name: string; typed: string }) {
  const at = typed ? name.toLowerCase().indexOf(typed.toLowerCase()) : -1
  if (at < 0) return name
  return (
    <>
      {name.slice(0, at)}
      <b className={classes.match}>{name.slice(at, at + typed.length)}</b>
      {name.slice(at + typed.length)}
    </>
  )
}

type PaletteProps = { opened: boolean; onClose: () => void; file: TakeFile }

/** Ctrl-K: places, people, pay runs, tasks and deeds in one list, by typing. */
export function Palette({ opened, onClose, file }: PaletteProps) {
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({ opened: true, onDropdownClose: () => undefined })
  const found = useFinds(typed, useDeeds(file.take), opened)
  const groups = [...new Set(found.map((find) => find.group))]
  const count = found.length
  const marked = useMarked(combobox, opened, typed, found.map(keyOf))
  const go = (value: string) => {
    const find = found[Number(value)]
    onClose()
    setTyped('')
    if (find?.act) find.act()
    else if (find?.href) window.location.assign(find.href)
  }
  return (
    <Modal.Root opened={opened} onClose={onClose} size={600} yOffset="12vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={words.goToAnything}>
        <Combobox store={combobox} onOptionSubmit={go}>
          <Combobox.EventsTarget>
            <TextInput
              data-autofocus
              aria-label={palette.ask}
              placeholder={palette.ask}
              leftSection={<Icon name="search" />}
              classNames={{ wrapper: classes.wrapper ?? '', input: classes.input ?? '' }}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                marked.reset()
              }}
              onKeyDown={(event) => {
                marked.pressed(event)
                // A combobox that is always open keeps Escape from the modal.
                if (event.key === 'Escape') onClose()
                // Who types fast presses Enter before the first one is marked.
                if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && count > 0) go('0')
              }}
            />
          </Combobox.EventsTarget>
          <Combobox.Options className={classes.options} aria-label={palette.found} tabIndex={0}>
            {groups.map((group) => (
              <Combobox.Group key={group} label={group} classNames={{ groupLabel: classes.group ?? '' }}>
                {found.map((find, index) =>
                  find.group === group ? (
                    <Option key={keyOf(find)} find={find} value={String(index)} typed={typed.trim()} />
                  ) : null,
                )}
              </Combobox.Group>
            ))}
            {found.length === 0 && (
              <Combobox.Empty className={classes.nothing}>{palette.nothing(typed)}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox>
        <div className={classes.hints} aria-hidden="true">
          {palette.hints.map((hint) => (
            <span key={hint}>{hint}</span>
          ))}
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

const keyOf = (find: Find): string => `${find.name} ${find.href ?? ''}`

function Option({ find, value, typed }: { find: Find; value: string; typed: string }) {
  return (
    <Combobox.Option value={value} className={classes.option}>
      <Icon name={find.icon} />
      <span className={classes.name}>
        <Matched name={find.name} typed={typed} />
      </span>
      <span className={classes.about}>{find.about}</span>
    </Combobox.Option>
  )
}
