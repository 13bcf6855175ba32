import { useLocation } from '@tanstack/react-router'
import { words } from '../words/en'
import { settingsList } from './list'
import classes from './settings.module.css'

/** The list of all pages of Settings. */
export function SettingsNav() {
  const { pathname } = useLocation()
  const here = pathname === '/settings' ? '/settings/office' : pathname
  return (
    <nav className={classes.list} aria-label={words.settings.title}>
      {settingsList.map(({ path, name }) => (
        <a key={path} href={`#${path}`} aria-current={here === path ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
