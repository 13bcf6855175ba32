import { z } from 'zod'
import { defineMethod } from '../method'

const Holiday = z.object({
  date: z.string(),
  name: z.string(),
  /** 'typed', or the name of the calendar file it came from. */
  source: z.string(),
})
const List = z.object({ items: z.array(Holiday) })
/** Read by the rules, which say in words what is wrong with it. */
const DateText = z.string().max(40)

export const holidayContract = {
  'holidays.list': defineMethod({
    summary: 'The days on which the office is closed, besides its days of the week',
    role: 'viewer',
    input: z.strictObject({}),
    output: List,
  }),
  'holidays.add': defineMethod({
    summary: 'Adds a day on which the office is closed',
    role: 'manager',
    input: z.strictObject({ date: DateText, name: z.string().trim().min(1).max(120) }),
    output: List,
  }),
  'holidays.remove': defineMethod({
    summary: 'Takes a day off the list of holidays',
    role: 'manager',
    input: z.strictObject({ date: DateText }),
    output: List,
  }),
  'holidays.import': defineMethod({
    summary: 'Adds the days of a calendar file (.ics): all-day events, and those that repeat every year',
    role: 'manager',
    input: z.strictObject({ name: z.string().trim().min(1).max(200), text: z.string().max(4_000_000) }),
    output: List.extend({
      added: z.number(),
      /** Days of the file that were in the list already. */
      there: z.number(),
      /** Events of the file that were not taken, and why. */
      left: z.array(z.object({ name: z.string(), why: z.enum(['no_date', 'repeats', 'too_long', 'outside']) })),
    }),
  }),
} as const
