import type { RouteComponent } from '@tanstack/react-router'

/** A screen and its address; each folder lists its own in `screens.ts`. Parameters are written `$id`. */
export type Screen = { path: `/${string}`; component: RouteComponent }
