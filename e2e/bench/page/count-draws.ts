/**
 * This module is imported before anything that draws. It counts this worker's WebGL draw calls and reports the count on
 * a channel of its name.
 */
let draws = 0

for (const method of ['drawArrays', 'drawElements'] as const) {
  const original = WebGL2RenderingContext.prototype[method] as (...values: number[]) => void
  WebGL2RenderingContext.prototype[method] = function (this: WebGL2RenderingContext, ...values: number[]) {
    draws++
    original.apply(this, values)
  }
}

const channel = new BroadcastChannel(self.name)
channel.onmessage = ({ data }) => {
  if (data === 'how many') channel.postMessage(draws)
}
