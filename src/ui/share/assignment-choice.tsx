/** An assignment is written here: a goal, and what students may change to reach it. */
import { ChevronDown, Plus, X } from 'lucide-react'
import { useState } from 'react'
import {
  type Assignment,
  BOUNDS,
  type Condition,
  type Limit,
  LONGEST_TITLE,
  QUANTITIES,
} from '../../domain/assignment/assignment.ts'
import { isHere } from '../../domain/assignment/judge.ts'
import { VERDICTS } from '../../domain/diagnosis/verdict.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { parameterCount } from '../../domain/network/network.ts'
import { PANELS, SETTING_KEYS, SETTINGS, type SettingKey } from '../../domain/settings/settings.ts'
import { assignmentUrl } from '../../page/assignment-links.ts'
import { UNITS } from '../../text/assignment-text.ts'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTyped } from '../kit/use-typed.ts'
import { useAllText, useAppState } from '../shared/app-context.tsx'
import { CopyLink } from '../shared/copy-link.tsx'
import css from './assignment-choice.module.css'
import share from './share.module.css'

export default function AssignmentChoice() {
  const t = useAllText()
  const words = t.assignment.write
  const [open, setOpen] = useState(false)
  return (
    <section className={share.choice} aria-label={t.assignment.title}>
      <h3>{t.assignment.title}</h3>
      <p>{words.about}</p>
      {open ? (
        <Form />
      ) : (
        <Button className={css.open} variant="outline" onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      )}
    </section>
  )
}

const isSeed = (key: SettingKey) => key.startsWith('seed-')

/** The data and the seeds are usually what everybody has in common. */
const ALLOWED_AT_FIRST = SETTING_KEYS.filter((key) => SETTINGS[key].panel !== 'data' && !isSeed(key))

function Form() {
  const t = useAllText()
  const words = t.assignment.write
  const draft = useAppState((state) => state.draft)
  const given = useAppState((state) => state.assignment)
  const hide = useAppState(({ view }) => view.hide)
  const { experiment } = draft
  const [title, setTitle] = useState(given?.title ?? '')
  const [conditions, setConditions] = useState<readonly Condition[]>(
    () =>
      given?.conditions ?? [conditionOf(isHere('accuracy', experiment) ? 'accuracy' : 'loss', experiment)],
  )
  const [allowed, setAllowed] = useState<readonly SettingKey[]>(() =>
    hide.length === 0 ? ALLOWED_AT_FIRST : SETTING_KEYS.filter((key) => !hide.includes(key)),
  )
  const put = (at: number, condition: Condition) => setConditions(conditions.with(at, condition))
  const assignment: Assignment = { conditions, title: title.trim() }
  return (
    <div className={css.form}>
      <TextField
        label={words.heading}
        value={title}
        maxLength={LONGEST_TITLE}
        onChange={({ target }) => setTitle(target.value)}
      />
      <fieldset className={css.group}>
        <legend>{words.goal}</legend>
        {conditions.map((condition, i) => (
          <ConditionRow
            key={i}
            number={i + 1}
            condition={condition}
            experiment={experiment}
            onChange={(next) => put(i, next)}
            onRemove={() => setConditions(conditions.filter((_, at) => at !== i))}
          />
        ))}
        {conditions.length === 0 && <p role="alert">{words.none}</p>}
        <Button
          variant="plain"
          size="small"
          icon={<Plus aria-hidden />}
          onClick={() => setConditions([...conditions, nextCondition(conditions, experiment)])}
        >
          {words.add}
        </Button>
      </fieldset>
      <Allowed experiment={experiment} allowed={allowed} onChange={setAllowed} />
      {experiment.data.set === 'rows' && <p>{words.table}</p>}
      {conditions.length > 0 && <CopyLink url={assignmentUrl(draft, allowed, assignment)} />}
    </div>
  )
}

interface RowProps {
  readonly number: number
  readonly condition: Condition
  readonly experiment: Experiment
  onChange(condition: Condition): void
  onRemove(): void
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  nameOf(option: T): string
  onChange(option: T): void
}

function Choice<T extends string>({ label, value, options, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <div className={css.select}>
      <select
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange(options.find((option) => option === target.value) ?? value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
      <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
    </div>
  )
}

function ConditionRow({ number, condition, experiment, onChange, onRemove }: RowProps) {
  const t = useAllText()
  const words = t.assignment.write
  const here = [...QUANTITIES, 'verdict' as const].filter(
    (quantity) => quantity === condition.quantity || isHere(quantity, experiment),
  )
  return (
    <div className={css.condition}>
      <Choice
        label={words.quantity(number)}
        value={condition.quantity}
        options={here}
        nameOf={(quantity) => t.assignment.quantities[quantity]}
        onChange={(quantity) => onChange(conditionOf(quantity, experiment))}
      />
      {condition.quantity === 'verdict' ? (
        <>
          <span>{words.is}</span>
          <Choice
            label={words.value(number)}
            value={condition.value}
            options={VERDICTS}
            nameOf={(verdict) => t.verdict.words[verdict]}
            onChange={(value) => onChange({ ...condition, value })}
          />
        </>
      ) : (
        <>
          <Choice
            label={words.bound(number)}
            value={condition.bound}
            options={BOUNDS}
            nameOf={(bound) => words.bounds[bound]}
            onChange={(bound) => onChange({ ...condition, bound })}
          />
          <ValueField key={condition.quantity} number={number} limit={condition} onChange={onChange} />
        </>
      )}
      <Button variant="icon" size="small" icon={<X />} aria-label={words.remove(number)} onClick={onRemove} />
    </div>
  )
}

interface ValueProps {
  readonly number: number
  readonly limit: Limit
  onChange(limit: Limit): void
}

/** A share is typed in percent. */
function ValueField({ number, limit, onChange }: ValueProps) {
  const t = useAllText()
  const unit = UNITS[limit.quantity]
  const scale = unit === 'share' ? 100 : 1
  const whole = unit === 'count'
  const inUnits = Number((limit.value * scale).toPrecision(12))
  const put = (typed: number) => onChange({ ...limit, value: Number((typed / scale).toPrecision(12)) })
  const { field, problem } = useTyped({
    shown: String(inUnits),
    limits: { low: limit.quantity === 'r2' ? -1e9 : 0, high: unit === 'share' ? 100 : 1e9, whole },
    onValue: put,
    onStep: (steps) => put(Math.max(0, inUnits + steps * (whole || scale === 100 ? 1 : 0.1))),
  })
  return (
    <span className={css.value}>
      <input
        {...field}
        className={css.number}
        aria-label={t.assignment.write.value(number)}
        inputMode="decimal"
      />
      <span aria-hidden>{unit === 'share' ? '%' : limit.quantity === 'gap' ? '×' : ''}</span>
      {problem && <small role="alert">{problem}</small>}
    </span>
  )
}

interface AllowedProps {
  readonly experiment: Experiment
  readonly allowed: readonly SettingKey[]
  onChange(allowed: readonly SettingKey[]): void
}

function Allowed({ experiment, allowed, onChange }: AllowedProps) {
  const t = useAllText()
  const words = t.assignment.write
  const { set } = experiment.data
  const isUsed = (key: SettingKey) =>
    (key !== 'points' || set === 'drawn') && (key !== 'rows' || set === 'rows')
  const toggle = (key: SettingKey) =>
    onChange(allowed.includes(key) ? allowed.filter((other) => other !== key) : [...allowed, key])
  return (
    <fieldset className={css.group}>
      <legend>{words.allowed}</legend>
      <p>{words.allowedHint}</p>
      {PANELS.map((panel) => (
        <div key={panel} className={css.panel}>
          <h4>{t.panelTitles[panel]}</h4>
          <div className={css.chips}>
            {SETTING_KEYS.filter((key) => SETTINGS[key].panel === panel && isUsed(key)).map((key) => (
              <button
                type="button"
                key={key}
                className={css.chip}
                aria-pressed={allowed.includes(key)}
                title={t.setting[key].text}
                onClick={() => toggle(key)}
              >
                {t.setting[key].name}
              </button>
            ))}
          </div>
        </div>
      ))}
      {allowed.some(isSeed) && <p>{words.seeds}</p>}
    </fieldset>
  )
}

/** A first value from which a teacher goes on. */
function conditionOf(quantity: Condition['quantity'], experiment: Experiment): Condition {
  switch (quantity) {
    case 'verdict':
      return { quantity, value: 'good-fit' }
    case 'accuracy':
    case 'train-accuracy':
    case 'r2':
      return { quantity, bound: 'min', value: 0.9 }
    case 'parameters':
      return { quantity, bound: 'max', value: parameterCount(experiment) }
    case 'epochs':
      return { quantity, bound: 'max', value: experiment.training.epochs }
    case 'train':
      return { quantity, bound: 'max', value: experiment.data.train }
    case 'loss':
    case 'train-loss':
      return { quantity, bound: 'max', value: 0.3 }
    case 'gap':
      return { quantity, bound: 'max', value: 1.5 }
    default:
      return quantity satisfies never
  }
}

/** One that is not there yet. */
function nextCondition(conditions: readonly Condition[], experiment: Experiment): Condition {
  const order = ['parameters', 'gap', 'epochs', 'loss', 'train', 'verdict'] as const
  const quantity = order.find((each) => !conditions.some((other) => other.quantity === each)) ?? 'loss'
  return conditionOf(quantity, experiment)
}
