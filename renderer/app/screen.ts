import type { RouteComponent } from '@tanstack/react-router'
import type { Role } from '../../jobs/values/roles'

/** A screen and its address; each folder lists its own in `screens.ts`. Parameters are written `$id`. */
export type Screen = {
  path: `/${string}`
  component: RouteComponent
  /** The weakest role that may read it, where a viewer may not; it is not listed for others, who read why. */
  needed?: Exclude<Role, 'viewer'>
}
