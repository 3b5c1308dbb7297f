import { createContext } from 'react'

/** Is told of every dialog that opens, and returns the function that says that it is gone; the page provides it. */
export const OpenDialogs = createContext<(dialog: HTMLDialogElement) => () => void>(() => () => {})
