import type { PageBridge } from '../../jobs/api/page-bridge'

declare global {
  interface Window {
    /** Only in the desktop window. */
    daybook?: PageBridge
  }
}

/** What the desktop offers beyond the office's port; undefined in a browser. */
export const bridge = (): PageBridge | undefined => window.daybook
