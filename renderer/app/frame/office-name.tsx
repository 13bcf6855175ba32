import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import { useOffices } from '../offices/provider'
import classes from './office-name.module.css'

/** Whose office this is, as on the cover of a book; leads to the other offices, and in a browser to its settings. */
export function OfficeName({ name }: { name: string }) {
  const { offices, choose } = useOffices()
  const label = offices.find(({ isShown }) => isShown)?.label
  const shown = label || name || words.frame.nameless
  if (choose)
    return (
      <UnstyledButton
        className={classes.office}
        title={shown}
        aria-label={words.frame.goToOffice(shown)}
        aria-haspopup="dialog"
        onClick={choose}
      >
        <span className={classes.seal} data-initials={initialsOf(shown)} aria-hidden="true" />
        <span className={classes.name}>{shown}</span>
        <Icon name="upDown" />
      </UnstyledButton>
    )
  return (
    <a className={classes.office} href="#/settings/office" title={shown}>
      <span className={classes.seal} data-initials={initialsOf(shown)} aria-hidden="true" />
      <span className={classes.name}>
        {shown}
        <VisuallyHidden>{words.frame.aboutOffice}</VisuallyHidden>
      </span>
    </a>
  )
}

/** “Almeida & Okafor” is A&O, “Daybook” is D. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 3)
    .join('')
    .toUpperCase()
