import { useText } from '../shared/app-context.tsx'
import css from './top-bar.module.css'

export function Brand() {
  const t = useText()
  return (
    <h1 className={css.brand} title={t.name}>
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M12 9.2V8.4c0-.8.5-1.2 1.1-1.7.6-.5 1-1 1-1.8a2.1 2.1 0 0 0-4.2 0" />
        <path d="M12 9.2 3.2 16c-1.2.9-.6 2.8.9 2.8h15.8c1.5 0 2.1-1.9.9-2.8z" />
      </svg>
      <span>{t.name}</span>
    </h1>
  )
}
