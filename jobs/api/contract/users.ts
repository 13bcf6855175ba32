import { z } from 'zod'
import { ROLES } from '../../values/roles'
import { defineMethod, Id } from '../method'

const Nothing = z.strictObject({})
const RoleName = z.enum(ROLES)

/** Its rules (length, normalisation) are the users' own, so that no refusal ever shows what was typed. */
const Passphrase = z.string()

const UserView = z.object({
  id: z.number(),
  name: z.string(),
  role: RoleName,
  disabled: z.boolean(),
  has_passphrase: z.boolean(),
  created_at: z.string(),
})

const SessionView = z.object({
  /** Nobody has unlocked this session: every other method is refused with `session.locked`. */
  locked: z.boolean(),
  /** Who works in it. */
  user: z.object({ id: z.number(), name: z.string(), role: RoleName }).nullable(),
  /** Who may unlock it; empty while it is unlocked. */
  users: z.array(z.object({ id: z.number(), name: z.string() })),
  /** An office with a single user is never locked. */
  can_lock: z.boolean(),
  /** It locks by itself if nobody does anything for so long from now; null: not by itself. */
  locks_in_seconds: z.number().nullable(),
})

export const userContract = {
  'users.list': defineMethod({
    summary: 'Who may use this office, with their roles',
    input: Nothing,
    output: z.object({ items: z.array(UserView), next: z.null() }),
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/users' }],
  }),
  'users.names': defineMethod({
    summary: 'What everybody who ever worked here is called, for whoever reads who did what',
    input: Nothing,
    output: z.object({ items: z.array(z.object({ id: z.number(), name: z.string() })) }),
    role: 'viewer',
  }),
  'users.add': defineMethod({
    summary: 'Adds a user. From the second one on, every window asks who is there and for the passphrase.',
    input: z.strictObject({ name: z.string(), role: RoleName, passphrase: Passphrase }),
    output: UserView,
    role: 'owner',
    rest: [{ verb: 'POST', path: '/api/users', status: 201 }],
  }),
  'users.change': defineMethod({
    summary: 'Changes the name or role of a user, or disables one; what is left out stays. The last owner stays one.',
    input: z.strictObject({
      id: Id,
      name: z.string().optional(),
      role: RoleName.optional(),
      disabled: z.boolean().optional(),
    }),
    output: UserView,
    role: 'owner',
    rest: [{ verb: 'PATCH', path: '/api/users/:id' }],
  }),
  'users.set_passphrase': defineMethod({
    summary: 'Sets one’s own passphrase, with the present one; an owner sets anybody’s. It locks their other windows.',
    input: z.strictObject({ id: Id, passphrase: Passphrase, current: Passphrase.nullish() }),
    output: UserView,
    role: 'viewer',
  }),
  'session.current': defineMethod({
    summary: 'Who works in this session, or who may unlock it',
    input: Nothing,
    output: SessionView,
    role: 'viewer',
  }),
  'session.unlock': defineMethod({
    summary: 'Unlocks this session as a user. Wrong passphrases make the next try wait, ever longer.',
    input: z.strictObject({ user: Id, passphrase: Passphrase }),
    output: SessionView,
    role: 'viewer',
  }),
  'session.lock': defineMethod({
    summary: 'Locks this session; work that runs goes on',
    input: Nothing,
    output: SessionView,
    role: 'viewer',
  }),
  'session.stay': defineMethod({
    summary: 'Somebody is at the window: the time after which it locks by itself begins anew',
    input: Nothing,
    output: SessionView,
    role: 'viewer',
  }),
}
