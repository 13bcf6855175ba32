import { useAsk } from './office'

/** Whether a module is switched on in this office; none is until the office has said so. */
export function useModules(): (name: string) => boolean {
  const modules: Record<string, unknown> = useAsk('office.read_setting', { setting: 'modules' }).data ?? {}
  return (name) => modules[name] === true
}
