import { realignPeriods } from '../../payroll/period-schedule'
import { readCalendarFile } from '../../shared/calendar-file'
import { addHoliday, holidays, importHolidays, removeHoliday } from '../../shared/holidays'
import { dateIn, parseLocalDate } from '../../values/time'
import type { holidayContract } from '../contract/holidays'
import type { HandlersOf, Office } from '../office'

/** Of a calendar file the days from last year to so many years ahead are taken. */
const YEARS_AHEAD = 10

export const holidayHandlers: HandlersOf<typeof holidayContract> = {
  'holidays.list': (office) => list(office),

  async 'holidays.add'(office, typed, { actor }) {
    await office.engine.write(actor, (write) => {
      addHoliday(write, typed)
      realignPeriods(write)
    })
    return list(office)
  },

  async 'holidays.remove'(office, { date }, { actor }) {
    await office.engine.write(actor, (write) => {
      removeHoliday(write, date)
      realignPeriods(write)
    })
    return list(office)
  },

  async 'holidays.import'(office, { name, text }, { actor }) {
    const { days, left } = await readCalendarFile(text, windowOf(office))
    const counts = await office.engine.write(actor, (write) => {
      const counted = importHolidays(write, name, days)
      realignPeriods(write)
      return counted
    })
    return { ...list(office), ...counts, left }
  },
}

const list = ({ db }: Office) => ({
  items: holidays(db).map(({ on_date, name, source }) => ({ date: on_date, name, source })),
})

function windowOf({ clock, engine }: Office) {
  const year = Number(dateIn(clock.now(), engine.zone()).slice(0, 4))
  const from = parseLocalDate(`${year - 1}-01-01`)
  const to = parseLocalDate(`${year + YEARS_AHEAD}-12-31`)
  if (from === null || to === null) throw new RangeError(`no calendar around the year ${year}`)
  return { from, to }
}
