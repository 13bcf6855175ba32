import type { Zone } from '../../../../../jobs/values/time'

/** Half-hour and quarter-hour offsets, a half-hour summer time, Ramadan, a skipped day, abolished summer times, none at all. */
export const ZONES = [
  'Europe/Lisbon',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Asia/Tehran',
  'Pacific/Chatham',
  'America/St_Johns',
  'Africa/Cairo',
  'UTC',
] as Zone[]
