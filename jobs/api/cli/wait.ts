/**
 * Asks until the answer will do, the signal is given or the time is up; answers with the last answer. It asks again after
 * 50 ms at first, then after up to half a second, so that short work is told at once and long work is not pestered.
 */
export async function waitUntil<T>(
  ask: () => Promise<T>,
  isEnough: (answer: T) => boolean,
  options: { signal: AbortSignal; timeoutMs?: number },
): Promise<T> {
  const started = Date.now()
  for (let pause = 50; ; pause = Math.min(500, pause * 1.5)) {
    const answer = await ask()
    const isLate = options.timeoutMs !== undefined && Date.now() - started >= options.timeoutMs
    if (isEnough(answer) || isLate || options.signal.aborted) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
