import type { Words } from '../../values/problem'

/** Users, passphrases and the second person. */
export const userWords: Words = {
  'user.not_found': { message: 'There is no user {id}.', fix: 'Settings, Users lists them.' },
  'user.name_length': {
    message: 'The name has {found} characters; expected are 1 to {most}.',
    fix: 'Give the name by which the person is known in the office.',
  },
  'user.name_taken': {
    message: 'There is already a user “{name}”; two who look the same cannot be told apart when unlocking.',
    fix: 'Add an initial or the family name.',
  },
  'user.passphrase_short': {
    message: 'The passphrase has {found} characters; expected are {least} or more.',
    fix: 'Take a few words that belong together only for you; spaces count.',
  },
  'user.passphrase_long': {
    message: 'The passphrase has {found} characters; at most {most} are taken.',
    fix: 'Take a shorter one.',
  },
  'user.own_passphrase_first': {
    message: '{name} has no passphrase yet, and with a second user Daybook asks everybody for one.',
    fix: 'Set the passphrase of {name} first, then add the other user.',
  },
  'user.last_owner': {
    message: '{name} is the only owner; without one nobody could add or change users any more.',
    fix: 'Make somebody else an owner first.',
  },
  'user.current_passphrase_needed': {
    message: 'Your present passphrase is needed to change it.',
    fix: 'Type the present passphrase too, or ask an owner to set a new one.',
  },
  'user.wrong_current_passphrase': {
    message: 'That is not your present passphrase.',
    fix: 'You can try again {when}. Mind capitals and the keyboard’s language; an owner can set a new one.',
  },
  'user.wrong_passphrase': {
    message: 'That is not the passphrase of {name}.',
    fix: 'You can try again {when}. Mind capitals and the keyboard’s language; an owner can set a new one.',
  },
  'user.wait': {
    message: 'Too many wrong passphrases in a row: the next try is possible in {wait}.',
    fix: 'Wait {wait}, then try again. An owner can set a new passphrase.',
  },
  'user.disabled': {
    message: '{name} is disabled and cannot unlock Daybook.',
    fix: 'Ask an owner to enable {name} under Settings, Users.',
  },
  'user.no_passphrase': {
    message: '{name} has no passphrase and cannot unlock Daybook.',
    fix: 'Ask an owner to set one under Settings, Users.',
  },
  'user.no_second_person': {
    message: 'Approving takes two people, and there is nobody else who is manager or owner and has a passphrase.',
    fix: 'Add a manager or owner under Settings, Users, or let an owner switch the second person off.',
  },
  'user.second_is_first': {
    message: 'That is your own passphrase; approving takes the one of another person.',
    fix: 'Let a second manager or owner look at the run and type theirs.',
  },
  'user.wrong_second_passphrase': {
    message: 'That is not the passphrase of another manager or owner.',
    fix: 'It can be typed again {when}. Mind capitals and the keyboard’s language.',
  },
}
