const payslips = (n: number) => `${n} ${n === 1 ? 'payslip' : 'payslips'}`

/** The office's logo, payslips as they will look, and samples of them. */
export const payslipLooks = {
  logo: {
    title: 'Logo on payslips',
    none: 'There is no logo; payslips begin with the office’s name.',
    hint: 'A PNG or a JPEG of at most 1 MB. Payslips that are made from now on carry it; those that were made stay as they are.',
    choose: 'Choose a picture…',
    another: 'Choose another…',
    remove: 'Remove the logo',
    alt: (name: string) => `The logo, ${name}`,
    size: (name: string, width: number, height: number) => `${name}, ${width} × ${height} pixels on a payslip.`,
    set: 'It is the logo now.',
    removed: 'The logo is removed.',
  },
  preview: {
    title: 'How they look',
    hint: 'A payslip of nobody, in the language of whoever would get it. Each employee’s language stands on their page; without one it is the office’s.',
    language: 'Language',
    save: (language: string) => `Open the preview (${language})`,
  },
  samples: {
    title: 'Before they go out',
    hint: (to: string) =>
      `Three samples go to ${to}, the office’s own address: the smallest net, the one in the middle, and the one that differs most. Nobody counts as having got theirs.`,
    noAddress: 'Samples go to the office’s own address, which is not set yet.',
    setAddress: 'Set it under Settings, Office',
    send: 'Send three samples to me',
    anyway: 'Send them all the same',
    sent: (n: number, to: string, names: string) => `Samples of ${payslips(n)} are in the outbox for ${to}: ${names}.`,
  },
} as const
