import type { Words } from '../values/problem'

export const holidayWords: Words = {
  'holidays.not_a_date': {
    message: '“{found}” is no date; expected year, month and day, for example 2026-12-25.',
    fix: 'Write the date as 2026-12-25.',
  },
  'holidays.there_already': {
    message: '{date} is in the list of holidays already: {name}.',
    fix: 'Take it off the list first if it should have another name.',
  },
  'holidays.not_there': {
    message: '{date} is not in the list of holidays.',
    fix: 'The list may have changed meanwhile; look at it again.',
  },
  'holidays.too_many': {
    message: 'There are {there} holidays, and {more} more would be over the limit of {most}.',
    fix: 'Take old ones off the list, or use a calendar of fewer years.',
  },
  'holidays.file_too_large': {
    message: 'The calendar file has {found} bytes; at most {most} are read.',
    fix: 'Export only the calendar of holidays.',
  },
  'holidays.not_a_calendar': {
    message: 'The file is no calendar: it begins with “{found}”; expected BEGIN:VCALENDAR.',
    fix: 'Choose a calendar file (.ics).',
  },
  'holidays.file_too_deep': {
    message: 'The calendar file has components within components, more than {most} deep.',
    fix: 'Export only the calendar of holidays.',
  },
  'holidays.file_too_many_events': {
    message: 'The calendar file has {found} events; at most {most} are read.',
    fix: 'Export only the calendar of holidays.',
  },
  'holidays.file_too_many_days': {
    message: 'The calendar file closes the office on more than {most} days.',
    fix: 'Export only the calendar of holidays.',
  },
  'holidays.file_broken': {
    message: 'The calendar file cannot be read: {found}.',
    fix: 'Export it once more; it may have been cut off.',
  },
  'holidays.file_without_days': {
    message:
      'None of the {events} events of the calendar file is a day off in the years from last year to ten years ahead.',
    fix: 'Choose the calendar of public holidays; events of a few hours that repeat weekly are none.',
  },
}
