import { fromDayNumber, type LocalDate, parseLocalDate } from '../../../values/time'

const DAY_SECONDS = 86_400
/** Day numbers (1970-01-01 is 0) of serial 0. */
const EPOCH_1900 = -25_568 // 1899-12-31, for serials up to 59
const EPOCH_1904 = -24_107
const LAST_SERIAL = 2_958_465 // 9999-12-31

/**
 * A spreadsheet's serial number as a day and a time of day. In the 1900 system serial 60 is 29 February 1900, a day that
 * never was (Lotus 1-2-3 took 1900 for a leap year, and Excel kept it): it has no date, and later serials are one day
 * less. Days outside 1900 to 2199 have a text but no date.
 */
export function dateOfSerial(serial: number, epoch1904: boolean): { date: LocalDate | null; text: string } {
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * DAY_SECONDS)
  if (seconds === DAY_SECONDS) {
    day++
    seconds = 0
  }
  const time = seconds === 0 ? '' : ` ${clock(seconds)}`
  if (day < 0 || day > LAST_SERIAL) return { date: null, text: String(serial) }
  if (!epoch1904 && (day === 0 || day === 60)) {
    return { date: null, text: (day === 0 ? '1900-01-00' : '1900-02-29') + time }
  }
  const { date, text } = dayBy(epoch1904 ? EPOCH_1904 + day : EPOCH_1900 + day - (day > 60 ? 1 : 0))
  return { date, text: text + time }
}

const DAYS_KEPT = 50_000
const days = new Map<number, { date: LocalDate | null; text: string }>()

/** Days come again and again in a file; making and checking each anew took a sixth of the time of reading one. */
function dayBy(number: number): { date: LocalDate | null; text: string } {
  let made = days.get(number)
  if (!made) {
    const text = fromDayNumber(number)
    made = { date: parseLocalDate(text), text }
    if (days.size >= DAYS_KEPT) days.clear()
    days.set(number, made)
  }
  return made
}

/** `9:30`, `36:05:10`: hours may run past 24. */
export function timeOfSerial(serial: number): string {
  const sign = serial < 0 ? '-' : ''
  return sign + clock(Math.round(Math.abs(serial) * DAY_SECONDS))
}

function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`
}
