import { AppShell } from '@mantine/core'
import { Outlet, useLocation } from '@tanstack/react-router'
import { words } from '../../words/en'
import { Refused } from '../client'
import { useEvents } from '../live'
import { useAsk, useClient } from '../office'
import { Closed } from './closed'
import classes from './frame.module.css'
import { Sidebar } from './sidebar'
import { StatusLine } from './status-line'

/** Places on the left, the page, and the status line: around every screen. */
export function Frame() {
  const here = `#${useLocation().pathname}`
  useEvents(useClient())
  const about = useAsk('system.about', {})
  if (about.error instanceof Refused) return <Closed error={about.error} />
  return (
    <AppShell
      mode="static"
      navbar={{ width: 208, breakpoint: 0 }}
      classNames={{
        root: classes.root ?? '',
        navbar: classes.navbar ?? '',
        main: classes.main ?? '',
        footer: classes.footer ?? '',
      }}
    >
      <AppShell.Navbar aria-label={words.places.all}>
        <Sidebar here={here} />
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
      <AppShell.Footer aria-label={words.status}>
        <StatusLine />
      </AppShell.Footer>
    </AppShell>
  )
}
