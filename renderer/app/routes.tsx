import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { Frame } from './frame/frame'
import { NotHere } from './frame/not-here'
import { forItsRole } from './lock/for-its-role'
import { screens } from './screens'

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' as string })
  },
})

const routes = screens.map((screen) =>
  createRoute({ getParentRoute: () => root, path: screen.path, component: forItsRole(screen) }),
)

/** The address is the hash, so that the same page works from app:// and from a server. */
export const router = createRouter({
  history: createHashHistory(),
  routeTree: root.addChildren([start, ...routes]),
  // What is typed and asked on the page of one record is about that one: the page of another begins anew, also where its
  // answer is here already. Addresses within a page leave it as it is.
  defaultRemountDeps: ({ params }) => {
    const { id, run }: { id?: string; run?: string } = params
    return [id, run]
  },
})

/** The other screens are fetched while the first one is looked at, so that going there waits for nothing. */
export const fetchTheRest = (): void => {
  const [another] = screens.filter(({ component }) => 'preload' in component)
  requestIdleCallback(() => void another?.component.preload?.())
}
