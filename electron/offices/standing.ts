import type { OfficeState, Standing } from '../../jobs/api/page-bridge'

/** Codes of the office's own refusals that the list tells apart. */
const REFUSED: Record<string, Standing> = {
  'office.folder_missing': 'missing',
  'db.folder_in_use': 'locked',
  'db.newer_database': 'newer',
}

type Known = { state: OfficeState | null; isClosing: boolean; isShown: boolean }

/** How an office of the list stands; `state` is null while it has no process and was not refused one. */
export function standingOf({ state, isClosing, isShown }: Known): Standing {
  if (isClosing) return 'closing'
  if (state === null) return 'closed'
  if (state.state === 'running') return isShown ? 'open' : 'background'
  if (state.state === 'stopped') return REFUSED[state.code] ?? 'stopped'
  return 'starting'
}
