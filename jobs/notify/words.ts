import type { Words } from '../values/problem'

const LOOK_AT_SETTINGS = 'Check server, port and security under Settings → Mail, and press Test there.'
const TRIED_AGAIN =
  'It is tried again by itself, three times, after 1, 2 and 4 minutes. Then it can be sent again from the outbox.'
const RESEND = 'Then send the mail again from the outbox.'

const outboxWords: Words = {
  'outbox.unknown_mail': { message: 'There is no mail {id} in the outbox.', fix: 'Reload the outbox.' },
  'notify.test_not_ended': {
    message: 'The test mail did not come to its end in time, and was taken back.',
    fix: 'The page of task {id} shows how far it came. Other mail may be before it, or the server answers too slowly.',
  },
  'outbox.no_subject': {
    message: 'The mail to {to} has no subject.',
    fix: 'Give it one: mail without a subject looks like spam.',
  },
  'outbox.unsafe_header': {
    message: 'The {field} “{found}” has a line break or another character in it that a mail header cannot hold.',
    fix: 'Write it on one line, without “=?”.',
  },
  'outbox.broken_text': {
    message: 'The text of the mail to {to} has a broken character in it (half of an emoji, or a zero).',
    fix: 'Remove the character, or type the text again.',
  },
  'outbox.cannot_hold': {
    message: 'Mail {id} cannot be held: it is {state}.',
    fix: 'Only mail that waits to be sent can be held.',
  },
  'outbox.cannot_release': {
    message: 'Mail {id} cannot be released: it is {state}.',
    fix: 'Only held mail can be released.',
  },
  'outbox.cannot_cancel': {
    message: 'Mail {id} cannot be cancelled: it is {state}.',
    fix: 'What the server has accepted cannot be taken back; write to the recipient.',
  },
  'outbox.cannot_resend': {
    message: 'Mail {id} cannot be sent again: it is {state}.',
    fix: 'Only mail that failed, was cancelled or whose arrival is unknown can be sent again.',
  },
}

const deliveryWords: Words = {
  'notify.not_sent_no_server': {
    message: 'No mail server is set up, so the mail waits in the outbox.',
    fix: 'Give server and sender under Settings → Mail, or save the mail as .eml and send it with your mail program.',
  },
  'notify.not_sent_no_sender': { message: 'The office has no sender address.', fix: 'Give one under Settings → Mail.' },
  'notify.not_sent_no_password': {
    message: 'The mail server wants {user} to sign in, and no password is kept.',
    fix: `Type the password under Settings → Mail. ${RESEND}`,
  },
  'notify.not_sent_password_sealed': {
    message: 'The password of the mail server was sealed on another computer and cannot be read here.',
    fix: `Type it again under Settings → Mail. ${RESEND}`,
  },
  'notify.not_sent_attachment_missing': {
    message: 'The attachment “{name}” is not in the data folder any more.',
    fix: `Restore the folder “files” from a backup. ${RESEND}`,
  },
  'notify.not_sent_no_message': {
    message: 'No message could be made of this mail: {found}.',
    fix: 'Check its recipient, subject and text.',
  },
  'notify.not_sent_daily_cap': {
    message: 'The office sends at most {cap} mails a day, and today’s are sent. This one goes on {tomorrow}.',
    fix: 'Nothing needs to be done; the cap can be raised under Settings → Mail.',
  },
  'notify.no_reply_after_data': {
    message: 'The mail was handed to {host}, and no answer came back ({detail}): it may have arrived, and it may not.',
    fix: 'Ask the recipient, or look into the server’s log. Send it again only if it has not arrived; else leave it at that.',
  },
  'notify.office_stopped_while_sending': {
    message: 'Daybook was ended while this mail was being sent: it may have arrived, and it may not.',
    fix: 'Ask the recipient, or look into the server’s log. Send it again only if it has not arrived; else leave it at that.',
  },
  'notify.no_good_recipient': {
    message: 'None of the recipients is a mail address (the first: “{found}”).',
    fix: 'Correct the addresses and send again.',
  },
  'notify.task_failed': {
    message: 'The task {task} has failed.',
    fix: 'Open it to read the reason and to try it again.',
  },
  'mail.not_seconds': {
    message: '“{found}” is no number of seconds from 1 to 600.',
    fix: 'Give a number from 1 to 600.',
  },
  'mail.not_a_certificate': {
    message: 'This is not a certificate in PEM form.',
    fix: 'Paste the text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.',
  },
}

const brokenWords: Words = {
  'notify.smtp_connection_refused': {
    message: 'Nothing answers at {host}, port {port}.',
    fix: `${LOOK_AT_SETTINGS} ${TRIED_AGAIN}`,
  },
  'notify.smtp_no_connection': {
    message: '{host}, port {port}, did not answer in time.',
    fix: `${LOOK_AT_SETTINGS} A firewall may be in the way. ${TRIED_AGAIN}`,
  },
  'notify.smtp_no_greeting': {
    message: '{host} took the call on port {port} and then said nothing.',
    fix: `The port may want another kind of security. ${LOOK_AT_SETTINGS} ${TRIED_AGAIN}`,
  },
  'notify.smtp_unknown_host': {
    message: 'The name {host} is not known to the network.',
    fix: `Check the name and the network connection. ${TRIED_AGAIN}`,
  },
  'notify.smtp_silence': {
    message: '{host} fell silent in the middle of the conversation (at: {phase}), before the mail was sent.',
    fix: TRIED_AGAIN,
  },
  'notify.smtp_too_slow': { message: '{host} was too slow to take the mail.', fix: TRIED_AGAIN },
  'notify.smtp_closed': {
    message: '{host} ended the conversation (at: {phase}) before the mail was sent.',
    fix: TRIED_AGAIN,
  },
  'notify.smtp_interrupted': {
    message: 'The delivery was interrupted before the mail was sent.',
    fix: 'It is sent when Daybook works on.',
  },
  'notify.smtp_tls': {
    message: 'No encrypted connection to {host}, port {port}, could be made.',
    fix: `The port may want another kind of security: 465 usually TLS, 587 usually STARTTLS. ${LOOK_AT_SETTINGS}`,
  },
  'notify.smtp_certificate': {
    message:
      'The certificate of {host} is not to be trusted: it is self-signed, expired, or made for another name. Nothing was sent.',
    fix: 'Check the server’s name. If it is the office’s own server, put its certificate under Settings → Mail.',
  },
  'notify.smtp_no_sign_in_offered': {
    message: '{host} offers no way to sign in on port {port}.',
    fix: 'Choose STARTTLS or TLS, or leave user and password empty, under Settings → Mail.',
  },
  'notify.smtp_sign_in': { message: '{host} offers no way of signing in that Daybook knows.', fix: LOOK_AT_SETTINGS },
  'notify.smtp_too_large': {
    message: 'The mail is larger than {host} takes.',
    fix: 'Send it with fewer attachments, or hand the documents over in another way.',
  },
  'notify.smtp_address': {
    message: 'The address cannot be used with {host}.',
    fix: 'Correct the recipient’s address, or the sender under Settings → Mail.',
  },
  'notify.smtp_not_smtp': {
    message: 'What answers at {host}, port {port}, does not speak SMTP.',
    fix: LOOK_AT_SETTINGS,
  },
}

const refusedWords: Words = {
  'notify.smtp_put_off': { message: '{host} put the mail off (at: {phase}): “{reply}”.', fix: TRIED_AGAIN },
  'notify.smtp_refused_connect': { message: '{host} turned us away: “{reply}”.', fix: `${LOOK_AT_SETTINGS}` },
  'notify.smtp_refused_greeting': { message: '{host} turned us away: “{reply}”.', fix: `${LOOK_AT_SETTINGS}` },
  'notify.smtp_refused_tls': {
    message: '{host} does not offer STARTTLS on port {port}: “{reply}”. Nothing was sent unencrypted.',
    fix: 'Choose another port or kind of security under Settings → Mail.',
  },
  'notify.smtp_refused_sign_in': {
    message: '{host} did not accept user and password: “{reply}”.',
    fix: `Type them again under Settings → Mail. ${RESEND}`,
  },
  'notify.smtp_refused_sender': {
    message: '{host} does not take mail from this sender: “{reply}”.',
    fix: `Check the sender, and whether the server wants a user and password, under Settings → Mail. ${RESEND}`,
  },
  'notify.smtp_refused_recipient': {
    message: '{host} does not take mail for this recipient: “{reply}”.',
    fix: `Check the recipient’s address. ${RESEND}`,
  },
  'notify.smtp_refused_data': {
    message: '{host} did not take the message: “{reply}”.',
    fix: 'The server’s words say why. If it is the size or the kind of attachment, hand the document over in another way.',
  },
}

export const notifyWords: Words = { ...outboxWords, ...deliveryWords, ...brokenWords, ...refusedWords }
