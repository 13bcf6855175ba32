import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../../jobs/api/cli/compiled-code'

describe('where compiled code is kept', () => {
  it('is the platform’s place for what can be made again', () => {
    const home = '/home/ada'
    expect(cacheFolder({ environment: {}, platform: 'linux', home })).toBe('/home/ada/.cache/daybook')
    expect(cacheFolder({ environment: { XDG_CACHE_HOME: '/var/ada' }, platform: 'linux', home })).toBe(
      '/var/ada/daybook',
    )
    expect(cacheFolder({ environment: {}, platform: 'darwin', home })).toBe('/home/ada/Library/Caches/Daybook')
  })
})
