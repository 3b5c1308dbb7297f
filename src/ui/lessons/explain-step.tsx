/** Why it went so: in words, as a formula whose letters lead to their controls, and as small plots. */
import { Fragment } from 'react'
import { FunctionPlot } from '../../charts/lesson/function-plot.tsx'
import { settingOrDefault } from '../../domain/settings/setting-values.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { figure, settingNumber } from '../../text/format.ts'
import { useAppState, useText } from '../shared/app-context.tsx'
import css from './explain.module.css'
import { MathFormula } from './math.tsx'
import { RichText } from './rich-text.tsx'

interface Props {
  readonly lesson: Lesson
  onControls(setting: SettingKey): void
}

export function ExplainStep({ lesson, onControls }: Props) {
  const t = useText()
  const language = useAppState(({ view }) => view.language)
  const { explanation, formula, plots, misconception, sources } = lesson
  const [first, ...others] = explanation[language]
  return (
    <>
      {first && (
        <p>
          <RichText>{first}</RichText>
        </p>
      )}
      {plots && (
        <div className={css.plots}>
          {plots.map(({ title, of, from, to, mark }) => (
            <figure key={title}>
              <figcaption>{title}</figcaption>
              <FunctionPlot of={of} from={from} to={to} mark={mark ?? null} format={figure} label={title} />
            </figure>
          ))}
        </div>
      )}
      {others.map((paragraph) => (
        <p key={paragraph}>
          <RichText>{paragraph}</RichText>
        </p>
      ))}
      <section className={css.formula} aria-label={t.lesson.formula}>
        <div className={css.line}>
          <MathFormula of={formula.of} />
        </div>
        <dl>
          {formula.symbols.map(({ symbol, name, setting }) => (
            <Fragment key={symbol}>
              <dt>{symbol}</dt>
              <dd>
                {name[language]}
                {setting && <ControlLink setting={setting} onControls={onControls} />}
              </dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <dl className={css.misconception}>
        <dt>{t.lesson.belief}</dt>
        <dd>{misconception.belief[language]}</dd>
        <dt>{t.lesson.fact}</dt>
        <dd>{misconception.fact[language]}</dd>
      </dl>
      <section className={css.sources}>
        <h3>{t.lesson.sources}</h3>
        <ul>
          {sources.map(({ text, url }) => (
            <li key={text}>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** A letter's control by name and value; a press shows it. */
function ControlLink({ setting, onControls }: { readonly setting: SettingKey } & Pick<Props, 'onControls'>) {
  const t = useText()
  const value = useAppState(({ draft }) => settingOrDefault(draft.experiment, setting))
  const name = t.setting[setting].name
  const shown = typeof value === 'number' ? settingNumber(value) : ''
  return (
    <button
      type="button"
      className={css.control}
      title={t.lesson.showControl(name)}
      onClick={() => onControls(setting)}
    >
      {t.lesson.setBy(name, shown)}
    </button>
  )
}
