import type { Caller } from './office'

/** Whoever holds the token, or works on the data folder itself, acts as the owner, the office's first user. */
export const OWNER: Caller = { actor: 'user:1', role: 'owner', name: 'owner' }
