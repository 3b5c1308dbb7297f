/** The controls of a run, and how far it is. */
import type { EngineName, EnginePreference } from '../../domain/run/engines.ts'
import { counted } from '../format.ts'

export const controls = {
  controls: {
    run: 'Run',
    pause: 'Pause',
    resume: 'Resume',
    warming: 'Warming up',
    loading: 'Loading data',
    step: 'Step',
    stop: 'Stop',
    reset: 'Reset',
    space: 'space',
    group: 'Training',
    stepHint: 'Train one epoch',
    stopHint: 'End the run; its curves stay',
    resetHint: 'Back to the same initial weights',
  },
  progress: {
    label: 'Training progress',
    short: 'epochs',
    rate: (perSecond: string) => `${counted(perSecond, 'epoch')}/s`,
    rateShort: (perSecond: string) => `${perSecond}/s`,
    pace: 'Speed',
    paceHint: 'How fast a run may go: slower, to watch the curve being drawn',
    fullPace: 'Full speed',
    fullShort: 'Full',
    atMost: (perSecond: string) => `At most ${counted(perSecond, 'epoch')}/s`,
    left: (time: string) => `${time} left`,
    engine: 'Engine',
    engineHint: 'What does the arithmetic; a choice holds from the next run on',
    trainedOn: {
      wasm: 'Trained on the processor (WASM)',
      webgl: 'Trained on the graphics card (WebGL)',
      cpu: 'Trained on the processor (JavaScript)',
    } satisfies Record<EngineName, string>,
    /** `quicker` as in "×5.2"; null where it moved for another reason. */
    movedOn: (epoch: string, engine: string, quicker: string | null) =>
      `Epoch ${epoch}: on to ${engine}${quicker === null ? '' : `, ${quicker} as fast`}`,
    engineOn: (engine: string, device: string) => `${engine} (${device})`,
    engines: { auto: 'Automatic', wasm: 'WASM', webgl: 'WebGL', cpu: 'CPU' } satisfies Record<
      EnginePreference,
      string
    >,
    /** `WASM 4,900` and so on, the fastest first. */
    measured: ([first = '', ...others]: readonly string[]) =>
      `Measured here: ${[`${counted(first, 'epoch')}/s`, ...others].join(' · ')}`,
    automatic: (engine: string) => `Automatic: ${engine}`,
  },
}
