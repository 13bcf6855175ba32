import type { ReactNode } from 'react'
import { HelpLink } from '../components/help-link'
import { Page } from '../components/page'
import { SidePanel } from '../components/side-panel'
import type { ManualPath } from '../manual/pages'
import { words } from '../words/en'
import { SettingsNav } from './settings-nav'

type SettingsPageProps = {
  title: string
  note: string
  /** The page of the manual that explains it. */
  help?: ManualPath
  tools?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** A page of Settings with the list of all of them beside it. */
export function SettingsPage({ title, note, help, tools, foot, children }: SettingsPageProps) {
  return (
    <Page
      folio={words.settings.title}
      title={title}
      note={
        help ? (
          <>
            {note} <HelpLink page={help} />
          </>
        ) : (
          note
        )
      }
      tools={tools}
      foot={foot}
      aside={
        <SidePanel label={words.settings.list} size="narrow">
          <SettingsNav />
        </SidePanel>
      }
    >
      {children}
    </Page>
  )
}
