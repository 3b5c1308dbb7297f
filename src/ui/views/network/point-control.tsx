/** Which training sample is followed through the network: any by its number, where the pointer can also click it. */
import { X } from 'lucide-react'
import { whole } from '../../../text/format.ts'
import { Button } from '../../kit/button.tsx'
import { Stepper } from '../../kit/stepper.tsx'
import { useText } from '../../shared/app-context.tsx'
import css from './network.module.css'

interface Props {
  readonly sample: number | null
  readonly count: number
  onSample(sample: number | null): void
  /** Whether some sample is always followed. */
  readonly always?: boolean
}

export function PointControl({ sample, count, onSample, always = false }: Props) {
  const t = useText()
  const text = t.inside.network
  if (sample === null)
    return (
      <Button variant="plain" size="small" title={text.followHint} onClick={() => onSample(0)}>
        {text.follow}
      </Button>
    )
  return (
    <div className={css.point}>
      <span>{text.sample}</span>
      <Stepper
        label={text.sample}
        value={sample + 1}
        min={1}
        max={count}
        step={1}
        onChange={(value) => onSample(value - 1)}
        decreaseLabel={text.sampleBefore}
        increaseLabel={text.sampleAfter}
      />
      <span>{text.ofSamples(whole(count))}</span>
      {!always && (
        <Button
          variant="icon"
          size="small"
          icon={<X />}
          aria-label={text.unfollow}
          onClick={() => onSample(null)}
        />
      )}
    </div>
  )
}
