import type { Words } from '../values/problem'

/** What is wrong with a mail address, wherever one is typed or read (jobs/values/email.ts). */
export const emailWords: Words = {
  'email.empty': { message: 'The mail address is empty.', fix: 'Type one, as in ana@example.org.' },
  'email.several': {
    message: '“{found}” has “{letter}” at position {position}: one mail address is expected, and no address has that.',
    fix: 'Where a point was meant, type a point; where these are several addresses, keep one.',
  },
  'email.hidden_character': {
    message: '“{found}” has an invisible character at position {position}.',
    fix: 'Type the address by hand instead of pasting it.',
  },
  'email.name_in_it': {
    message: '“{found}” holds more than an address.',
    fix: 'Give the address alone, without name, brackets and quotes: ana@example.org.',
  },
  'email.blank': {
    message: '“{found}” has a blank at position {position}.',
    fix: 'Remove the blank; a mail address has none.',
  },
  'email.lookalike': {
    message:
      'In “{found}”, “{letter}” at position {position} only looks like “{meant}”; it is a letter of another script.',
    fix: 'Type the address anew with Latin letters.',
  },
  'email.no_at': { message: '“{found}” is no mail address: it has no @.', fix: 'Type it as in ana@example.org.' },
  'email.two_ats': { message: '“{found}” has more than one @.', fix: 'Keep one address with one @.' },
  'email.nothing_before_at': { message: '“{found}” has nothing before the @.', fix: 'Type the part before the @.' },
  'email.nothing_after_at': {
    message: '“{found}” has nothing after the @.',
    fix: 'Type the domain, as in example.org.',
  },
  'email.dots': {
    message: '“{found}” has two points in a row, or one at the beginning or end of a part.',
    fix: 'Remove the point that is too many.',
  },
  'email.letters': {
    message: '“{letter}” cannot stand before the @: “{found}”.',
    fix: 'Use plain letters, digits, points, hyphens and underscores: é is written e there.',
  },
  'email.too_long': {
    message: '“{found}” is longer than a mail address can be.',
    fix: 'See whether two were joined.',
  },
  'email.domain': {
    message: 'What stands after the @ of “{found}” is no domain.',
    fix: 'Type it as in example.org; a domain in another script begins with xn--.',
  },
  'email.no_dot': { message: 'The domain of “{found}” has no point.', fix: 'Complete it, as in example.org.' },
}
