import { takeNext } from '../../db/queries/shared/settings'
import type { Write } from '../engine/write'

/** The next number of a series in a year, from 1, without gaps: a rolled-back transaction gives its numbers back. */
export const takeNumber = (write: Write, series: string, year: number): number => takeNext(write.db, series, year)
