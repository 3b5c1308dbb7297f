import { Component, type ReactNode } from 'react'
import { messages, preferredLanguage } from '../../text/messages.ts'
import css from './app.module.css'

/** The one error boundary of the page: a bug ends here, in a sentence. */
export class Crash extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    const t = messages(preferredLanguage([document.documentElement.lang]))
    return (
      <main className={css.crash} role="alert">
        <h1>{t.crash.title}</h1>
        <p>{t.crash.text}</p>
        <pre>{error.message}</pre>
        <button type="button" onClick={() => location.reload()}>
          {t.crash.reload}
        </button>
      </main>
    )
  }
}
