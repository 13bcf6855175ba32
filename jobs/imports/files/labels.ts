import type { Field } from '../kind'

/** How a field's column is headed in a file of an office with this language (BCP 47). */
export const labelOf = (field: Pick<Field, 'label' | 'labels'>, language: string): string =>
  field.labels?.[language.split('-')[0]?.toLowerCase() ?? ''] ?? field.label
