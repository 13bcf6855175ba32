import type { Words } from '../values/problem'

/** What is refused of a file that was to be the office's logo. */
export const logoWords: Words = {
  'logo.too_large': {
    message: 'The file has {kb} KB; a logo may have 1,024 KB.',
    fix: 'Save the picture smaller: 600 pixels of width are enough for print.',
  },
  'logo.not_an_image': {
    message: 'The file is neither a PNG nor a JPEG, whatever its name says.',
    fix: 'Open it in a program for pictures and save it as PNG.',
  },
  'logo.svg': {
    message: 'The file is an SVG, a drawing that can hold instructions, so it is not taken.',
    fix: 'Save or export it as PNG, about 600 pixels wide.',
  },
  'logo.broken': {
    message: 'The picture cannot be read: {what}.',
    fix: 'Open it in a program for pictures, look at it, and save it anew as PNG.',
  },
  'logo.unknown_jpeg': {
    message: 'This kind of JPEG (colours for printing presses, or a rare compression) is not taken.',
    fix: 'Save it as PNG, or as a JPEG in RGB.',
  },
  'logo.too_few_pixels': {
    message: 'The picture has {width} × {height} pixels; each side needs {least} at least.',
    fix: 'Choose a larger one: 600 pixels of width are best.',
  },
  'logo.too_many_pixels': {
    message: 'The picture has {width} × {height} pixels; {most} in all are the most that is taken.',
    fix: 'Save it smaller: 600 pixels of width are enough for print.',
  },
  'logo.heavy_jpeg': {
    message: 'The JPEG has {kb} KB, and every payslip would carry it; {most_kb} KB are the most.',
    fix: 'Save it smaller (600 pixels of width are enough for print), or as PNG, which Daybook makes smaller by itself.',
  },
  'logo.file_gone': {
    message: 'The file of the logo is not there any more.',
    fix: 'Choose it again.',
  },
}
