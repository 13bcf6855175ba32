import type { Command } from './command'
import { importCommand } from './import'
import { inspectCommands } from './inspect'
import { keepCommands } from './keep'
import { logCommands } from './logs'
import { queueCommands } from './queue'
import { savedQueueCommands } from './saved-queue'
import { scheduleCommands } from './schedule'
import { serve } from './serve'
import { tableFileCommands } from './table-files'
import { taskCommands } from './task'

/** Every command, in the order in which the help shows them. */
export const commands: Command[] = [
  serve,
  ...inspectCommands,
  ...taskCommands,
  ...queueCommands,
  ...savedQueueCommands,
  ...scheduleCommands,
  ...logCommands,
  importCommand,
  ...tableFileCommands,
  ...keepCommands,
]
