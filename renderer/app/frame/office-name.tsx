import { VisuallyHidden } from '@mantine/core'
import { words } from '../../words/en'
import classes from './office-name.module.css'

/** Whose office this is, as on the cover of a book; leads to its settings. */
export function OfficeName({ name }: { name: string }) {
  const shown = name || words.frame.nameless
  return (
    <a className={classes.office} href="#/settings/office" title={shown}>
      <span className={classes.seal} data-initials={initialsOf(shown)} />
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
