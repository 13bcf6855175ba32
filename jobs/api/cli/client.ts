import type { OfficeEvent } from '../../engine/write'
import type { Input, MethodName, Output } from '../contract'
import type { ApiError } from '../errors'
import type { FileAnswer } from '../method'

/** A refusal of the office, already in words. */
export class Refused extends Error {
  readonly error: ApiError
  constructor(error: ApiError) {
    super(error.message)
    this.name = 'Refused'
    this.error = error
  }
}

/** An office as the command line sees it: a running one over loopback, or one opened for the length of the command. */
export type OfficeClient = {
  /** True where a running office answers. */
  readonly isAttached: boolean
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  /** Hands a file in for import. */
  importFile(file: string, kind: string, options: unknown): Promise<Output<'imports.create'>>
  /** A file that the office makes or keeps, with its bytes. */
  file<M extends MethodName>(method: M, input: Input<M>): Promise<FileAnswer>
  /** Hears what changes until the signal is given. */
  listen(listener: (event: OfficeEvent) => void, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}
