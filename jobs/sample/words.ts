import type { Words } from '../values/problem'

export const sampleWords: Words = {
  'sample.folder_not_empty': {
    message: 'The sample office is made in an empty data folder only, and {folder} already holds an office.',
    fix: 'Name another folder with --data, or start without --sample.',
  },
  'sample.office_not_empty': {
    message: 'This office already has people in it; the sample office is only shown in an empty one.',
    fix: 'Open the sample office in a data folder of its own: “daybook serve --sample --data FOLDER”.',
  },
  'sample.none_here': {
    message: 'This is not the sample office: what is in it is yours, and nothing was removed.',
    fix: 'Nothing needs to be done.',
  },
  'sample.cannot_renew': {
    message: 'The office is open for a single command only; the sample office is made and removed by a running one.',
    fix: 'Start the office (“daybook serve” or the app) and try again.',
  },
}
