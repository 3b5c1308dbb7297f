/**
 * Lets the worker hear its messages: one turn of the event loop through a MessageChannel, which takes microseconds,
 * is not slowed down in hidden tabs and does not wait for a display frame (timers and animation frames do).
 */
const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()

export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    port2.postMessage(null)
  })
}

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
