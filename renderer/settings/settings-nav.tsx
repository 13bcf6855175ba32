import { useLocation } from '@tanstack/react-router'
import { useModules } from '../app/modules'
import { words } from '../words/en'
import { settingsList } from './list'
import classes from './settings.module.css'

/** The list of the pages of Settings, without those of modules that are off. */
export function SettingsNav() {
  const { pathname } = useLocation()
  const isOn = useModules()
  const here = pathname === '/settings' ? '/settings/office' : pathname
  return (
    <nav className={classes.list} aria-label={words.settings.title}>
      {settingsList
        .filter(({ of }) => of === null || isOn(of))
        .map(({ path, name }) => (
          <a key={path} href={`#${path}`} aria-current={here === path ? 'page' : undefined}>
            {name}
          </a>
        ))}
    </nav>
  )
}
