import type { ReactNode } from 'react'
import { Page } from '../components/page'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import { SettingsNav } from './settings-nav'

type SettingsPageProps = { title: string; note: string; tools?: ReactNode; foot?: ReactNode; children: ReactNode }

/** A page of Settings with the list of all of them beside it. */
export function SettingsPage({ title, note, tools, foot, children }: SettingsPageProps) {
  return (
    <Page
      folio="–"
      title={title}
      note={note}
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
