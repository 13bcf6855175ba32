import { z } from 'zod'
import { defineMethod, UploadedFile } from '../method'

const Logo = z.object({
  logo: z
    .object({
      name: z.string(),
      /** Pixels, as payslips carry it. */
      width: z.number(),
      height: z.number(),
      bytes: z.number(),
      /** To be shown: `data:image/png;base64,…` */
      data: z.string(),
    })
    .nullable(),
})

export const logoContract = {
  'office.logo': defineMethod({
    summary: 'The office’s logo as payslips carry it; null: none',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/office/logo' }],
    input: z.strictObject({}),
    output: Logo,
  }),
  'office.set_logo': defineMethod({
    summary: 'A PNG or JPEG becomes the logo of the payslips that are made from now on',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/office/logo', status: 201, upload: true }],
    input: z.strictObject({ file: UploadedFile }),
    output: Logo,
  }),
  'office.remove_logo': defineMethod({
    summary: 'Payslips that are made from now on have no logo',
    role: 'manager',
    rest: [{ verb: 'DELETE', path: '/api/office/logo' }],
    input: z.strictObject({}),
    output: Logo,
  }),
} as const
