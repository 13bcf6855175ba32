import { Problem } from '../../values/problem'
import { type Component, GROSS, isAfterNet, TAXABLE } from './component'

type Node = Pick<Component, 'code' | 'kind' | 'taxable' | 'method' | 'base' | 'position'> & {
  /** What its formula names. */
  formulaNeeds?: readonly string[]
}

/**
 * Components in the order in which they can be computed: what others are taken of comes first, else by position on the
 * slip. Throws `payroll.component_cycle` with the path (`BONUS → GROSS → BONUS`) and `payroll.unknown_base`.
 */
export function orderComponents<T extends Node>(components: readonly T[]): T[] {
  const sorted = [...components].sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
  const byCode = new Map(sorted.map((one) => [one.code, one]))
  const ordered: T[] = []
  const done = new Set<string>()
  const path: string[] = []

  const visit = (code: string, asker: string) => {
    if (done.has(code)) return
    const at = path.indexOf(code)
    if (at >= 0) {
      throw new Problem('payroll.component_cycle', { path: [...path.slice(at), code].join(' → ') })
    }
    const component = byCode.get(code)
    if (!component && code !== GROSS && code !== TAXABLE) {
      throw new Problem('payroll.unknown_base', { code: asker, base: code })
    }
    path.push(code)
    for (const needed of component ? needs(component) : membersOf(code, sorted)) visit(needed, code)
    path.pop()
    done.add(code)
    if (component) ordered.push(component)
  }
  for (const component of sorted) visit(component.code, component.code)
  return ordered
}

const OF_BASE = ['percent', 'bands', 'cumulative_bands']

const needs = (component: Node): readonly string[] =>
  component.method === 'formula'
    ? (component.formulaNeeds ?? [])
    : OF_BASE.includes(component.method)
      ? component.base
      : []

/** The codes that make up GROSS or TAXABLE. What is made of the net comes after everything. */
export function membersOf(total: string, components: readonly Node[]): string[] {
  return components.filter((one) => belongsTo(total, one)).map((one) => one.code)
}

export function belongsTo(total: string, one: Pick<Node, 'kind' | 'taxable' | 'method'>): boolean {
  if (isAfterNet(one)) return false
  if (total === GROSS) return one.kind === 'earning'
  return one.taxable && (one.kind === 'earning' || one.kind === 'deduction')
}
