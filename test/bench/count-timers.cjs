// Loaded before the office in W4: counts every timer that fires, in every thread of our own, into a file. Writing on
// each firing is what makes the number readable from outside without asking the office anything.
const fs = require('node:fs')
const { isMainThread } = require('node:worker_threads')
const file = process.env.DAYBOOK_TIMER_COUNT
let fired = 0
if (isMainThread && file) {
  fs.writeFileSync(file, '0')
  const count = (callback) =>
    function counted(...args) {
      fired++
      fs.writeFileSync(file, String(fired))
      return Reflect.apply(callback, this, args)
    }
  for (const name of ['setTimeout', 'setInterval']) {
    const original = globalThis[name]
    globalThis[name] = Object.assign((callback, ...rest) => original(count(callback), ...rest), original)
  }
}
