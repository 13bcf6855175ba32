import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { ListedOffice } from '../../../jobs/api/page-bridge'
import { Icon, type IconName } from '../../components/icons'
import { words } from '../../words/en'
import classes from '../frame/palette.module.css'
import { useMarked } from '../frame/use-marked'
import { goToOffice } from './address'
import { standingLine } from './standing'

const { switcher: text } = words.offices

type SwitcherProps = { offices: ListedOffice[]; isOpen: boolean; onClose: () => void }
type Choice = { key: string; icon: IconName; name: string; about: string; act: () => void }

/** The offices to choose from by typing or arrows, and what leads to their list and settings. */
export function OfficeSwitcher({ offices, isOpen, onClose }: SwitcherProps) {
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({ opened: true, onDropdownClose: () => undefined })
  const choices = choicesOf(offices).filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
  const count = choices.length
  // Enter goes to the first office that is not here already.
  const first = Math.max(
    0,
    choices.findIndex(({ key }) => offices.some(({ id, isShown }) => id === key && !isShown)),
  )
  const keys = choices.map(({ key }) => key)
  const marked = useMarked(combobox, isOpen, typed, keys, first)
  const leave = () => {
    onClose()
    setTyped('')
  }
  const go = (value: string) => {
    leave()
    choices[Number(value)]?.act()
  }
  return (
    <Modal.Root opened={isOpen} onClose={leave} size={600} yOffset="12vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={text.title}>
        <Combobox store={combobox} onOptionSubmit={go}>
          <Combobox.EventsTarget>
            <TextInput
              data-autofocus
              aria-label={text.ask}
              placeholder={text.ask}
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
                if (event.key === 'Escape') leave()
                // Who types fast presses Enter before one is marked.
                if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && count > 0) go(String(first))
              }}
            />
          </Combobox.EventsTarget>
          <Combobox.Options className={classes.options} aria-label={text.title} tabIndex={0}>
            {choices.map(({ key, icon, name, about }, index) => (
              <Combobox.Option key={key} value={String(index)} className={classes.option}>
                <Icon name={icon} />
                <span className={classes.name}>{name}</span>
                <span className={classes.about}>{about}</span>
              </Combobox.Option>
            ))}
            {count === 0 && <Combobox.Empty className={classes.nothing}>{text.nothing(typed)}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox>
        <div className={classes.hints} aria-hidden="true">
          {text.hints.map((hint) => (
            <span key={hint}>{hint}</span>
          ))}
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

function choicesOf(offices: ListedOffice[]): Choice[] {
  return [
    ...offices.map(
      (office): Choice => ({
        key: office.id,
        icon: 'office',
        name: office.name,
        about: office.isShown ? text.here : standingLine(office),
        act: () => (office.isShown ? window.location.assign('#/today') : goToOffice(office.id)),
      }),
    ),
    {
      key: 'manage',
      icon: 'settings',
      name: text.manage,
      about: text.manageAbout,
      act: () => window.location.assign('#/offices'),
    },
    {
      key: 'settings',
      icon: 'settings',
      name: text.settings,
      about: text.settingsAbout,
      act: () => window.location.assign('#/settings/office'),
    },
  ]
}
