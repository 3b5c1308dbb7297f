/** The bars that a shape of `barsPath` draws. */
export function barsOf(path: string | null): readonly { readonly left: number; readonly height: number }[] {
  return [...(path ?? '').matchAll(/M(\S+) \S+?v-([\d.]+)/g)].map(([, left, height]) => ({
    left: Number(left),
    height: Number(height),
  }))
}
