import { type ReactNode, useRef } from 'react'
import { useOpenFiles } from './use-open-files.ts'

/** Opens files of runs and sweeps; `children` draws the button that asks for them. */
export function FileChooser({ children }: { children(choose: () => void): ReactNode }) {
  const open = useOpenFiles()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.safetensors,.py,.mjs,.ipynb,.svg,application/json,text/csv"
        multiple
        hidden
        onChange={({ target }) => {
          void open([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}
