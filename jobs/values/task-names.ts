/** What the office's tasks do, as one says it. */
export const taskNames: Readonly<Record<string, string>> = {
  'payroll.auto_run_payroll': 'Find due pay runs',
  'payroll.cleanup_old_payroll_locks': 'Free stuck pay runs',
  'payroll.process_payroll_period': 'Compute a pay run',
  'payroll.approve_by_rule': 'Approve a pay run by its rule',
  'payroll.prepare_supplementary_run':
    'Compute a correction, reversal, arrears, off-cycle or final pay, or a trial run',
  'payroll.generate_payslips': 'Make the payslips of a run',
  'payroll.send_payslips': 'Put payslips into the outbox',
  'people.sync_chart_data_batch': 'Bring the charts up to date',
  'people.cleanup_old_chart_data': 'Clear unused charts',
  'people.import_salaries': 'Take salaries from a file',
  'imports.check': 'Check a file',
  'imports.apply': 'Apply an import',
  'imports.undo': 'Undo an import',
  'imports.edit': 'Change many rows of a file',
  'maintenance.backup': 'Back up and verify',
  'maintenance.collect_files': 'Clear files that nothing uses',
  'notify.deliver_mail': 'Deliver a mail',
  'notify.deliver_waiting': 'Send the mail that waits',
  'notify.failure_digest': 'Mail a list of what failed',
  'notify.test_mail': 'Send a test mail',
  'engine.bulk': 'Act on many tasks',
  'maintenance.cleanup_old_tasks': 'Clear old tasks',
  'mail.send_email': 'Send an e-mail',
}

/** `payroll.auto_run_payroll` as a person reads it: “Find due pay runs”; a name nobody worded is spelt out. */
export function taskInWords(name: string): string {
  const worded = taskNames[name]
  if (worded) return worded
  const last = (name.split('.').at(-1) ?? name).replaceAll('_', ' ')
  return last.charAt(0).toUpperCase() + last.slice(1)
}
