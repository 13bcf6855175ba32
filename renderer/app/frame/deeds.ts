import { useMantineColorScheme } from '@mantine/core'
import { words } from '../../words/en'
import { useAct } from '../office'
import type { Find } from './find'
import { usePlaces } from './places'
import { chooseFile, type TakeFile } from './take-file'

const { palette } = words.frame

/** What can be done from anywhere. */
export function useDeeds(take: TakeFile['take']): Find[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const back = useAct('office.backup', { done: () => window.location.assign('#/settings/backup') })
  const places = usePlaces().flatMap((group) => group.places)
  const group = palette.deeds
  const deeds: Find[] = [
    { group, icon: 'imports', name: palette.dropFile, about: palette.dropFileAbout, act: () => chooseFile(take) },
  ]
  if (places.some(({ href }) => href === '#/pay-runs'))
    deeds.push({
      group,
      icon: 'play',
      name: palette.preparePayRun,
      about: palette.preparePayRunAbout,
      href: '#/pay-runs',
    })
  deeds.push({ group, icon: 'backup', name: palette.backUp, about: palette.backUpAbout, act: () => back.mutate({}) })
  for (const scheme of ['light', 'dark', 'auto'] as const) {
    const [name, about] = palette.appearance[scheme]
    if (scheme !== colorScheme) deeds.push({ group, icon: 'settings', name, about, act: () => setColorScheme(scheme) })
  }
  return deeds
}
