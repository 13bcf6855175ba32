// What `npm run verify-all` runs, in this order. The long suites say what they counted in lines that begin with one of `says`.
export const PARTS = {
  crash: { npm: ['run', 'test:crash'], says: ['kills', 'runaways', 'mails'] },
  runaways: { npm: ['run', 'test:runaways'], says: ['runaways'] },
  power: { npm: ['run', 'test:power'], says: ['power'] },
  clock: { npm: ['run', 'test:clock'], says: ['clock', 'oracle'] },
  corpus: { npm: ['run', 'test:corpus'], says: ['corpus'] },
  bench: { npm: ['run', 'bench', '--', 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', '--json'] },
  'bench-10m': { npm: ['run', 'bench', '--', 'W6', '--tasks=10000000', '--json'] },
}

const atMost = (most) => ({ words: `≤ ${most.toLocaleString('en')}`, isMet: (value) => value <= most })
const atLeast = (least) => ({ words: `≥ ${least.toLocaleString('en')}`, isMet: (value) => value >= least })

/** The budgets of the bench, by workload and metric, and by what was measured where that decides; other metrics are there to be compared. */
export const BUDGETS = {
  'W1 tasks_per_s': atLeast(4_500),
  'W1 concurrent_tasks_per_s': atLeast(30_000),
  'W1 bulk_tasks_per_s': atLeast(150_000),
  'W2 tasks_per_s_2w': atLeast(50_000),
  'W3 p50_ms': atMost(1.2),
  'W3 p99_ms': atMost(5),
  'W4 pss_mib': atMost(95.3), // 100 MB
  'W4 timers_per_min': atMost(2),
  'W5 lost': atMost(0),
  'W5 effects_twice': atMost(0),
  'W6 last50_state_ms': atMost(5),
  'W6 last50_state_name_ms': atMost(5),
  'W6 last50_text_ms': atMost(5),
  'W7 import_checked_ms, 50,000 × 12 xlsx': atMost(3_000),
  'W7 import_applied_ms, 50,000 × 12 xlsx': atMost(2_000),
  'W7 import_checked_ms, 200,000 × 12 csv': atMost(10_000),
  'W7 import_peak_mib': atMost(286), // 300 MB
  'W7 import_longest_turn_ms': atMost(200),
  'W7 payrun_compute_ms': atMost(1_000),
  'W7 payrun_with_pdfs_ms': atMost(12_000),
  'W8 start_ms': atMost(1_500),
}
