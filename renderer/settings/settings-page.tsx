import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../components/page'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import { settingsList } from './list'
import classes from './settings.module.css'

type SettingsPageProps = { title: string; note: string; tools?: ReactNode; foot?: ReactNode; children: ReactNode }

/** A page of Settings with the list of all of them beside it. */
export function SettingsPage({ title, note, tools, foot, children }: SettingsPageProps) {
  const { pathname } = useLocation()
  const here = pathname === '/settings' ? '/settings/office' : pathname
  return (
    <Page
      folio="–"
      title={title}
      note={note}
      tools={tools}
      foot={foot}
      aside={
        <SidePanel label={words.settings.list} size="narrow">
          <nav className={classes.list} aria-label={words.settings.title}>
            {settingsList.map(({ path, name }) => (
              <a key={path} href={`#${path}`} aria-current={here === path ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
        </SidePanel>
      }
    >
      {children}
    </Page>
  )
}
