import { AppShell } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { words } from '../../words/en'
import { Refused } from '../client'
import { AskBeforeLeaving } from '../leaving/ask-before-leaving'
import { useAsk } from '../office'
import { Closed } from './closed'
import { DropAnywhere } from './drop-anywhere'
import classes from './frame.module.css'
import { Palette } from './palette'
import { SampleBanner } from './sample-banner'
import { Sidebar } from './sidebar'
import { StatusLine } from './status-line'
import { useHandedFiles, useTakeFile } from './take-file'

/** Places on the left, the page, the status line, Ctrl-K and the drop of a file: around every screen. */
export function Frame() {
  const { pathname, href } = useLocation()
  const here = `#${pathname}`
  const file = useTakeFile()
  useHandedFiles(file.take)
  const [searching, search] = useDisclosure(false)
  useHotkeys([['mod+K', search.open]], [])
  // Back, or a notification that was clicked, leads somewhere: what was to be found is no longer in the way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each address
  useEffect(search.close, [href])
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
        <Sidebar here={here} onSearch={search.open} />
      </AppShell.Navbar>
      <AppShell.Main>
        <SampleBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <AppShell.Footer aria-label={words.status}>
        <StatusLine />
      </AppShell.Footer>
      <Palette opened={searching} onClose={search.close} file={file} />
      <DropAnywhere file={file} />
      <AskBeforeLeaving />
    </AppShell>
  )
}
