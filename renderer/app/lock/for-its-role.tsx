import type { RouteComponent } from '@tanstack/react-router'
import { Empty } from '../../components/empty'
import { Page } from '../../components/page'
import { words } from '../../words/en'
import type { Screen } from '../screen'
import { ForRole } from './for-role'

/** The screen itself, or for those whose role may not read it, why. The router fetches it as it fetches the screen. */
export function forItsRole({ component: Shown, needed }: Screen): RouteComponent {
  if (needed === undefined) return Shown
  const guarded = () => (
    <ForRole needed={needed} else={<NotForYou needed={needed} />}>
      <Shown />
    </ForRole>
  )
  return Object.assign(guarded, Shown.preload ? { preload: Shown.preload } : {})
}

function NotForYou({ needed }: { needed: NonNullable<Screen['needed']> }) {
  const { title, what, how } = words.users.notForYou
  return (
    <Page folio="" title={title}>
      <Empty what={what[needed]} how={how} />
    </Page>
  )
}
