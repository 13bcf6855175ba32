/** The largest file that is taken in (domains/shared.md, Imports, Limits). */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024
