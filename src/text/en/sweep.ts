import type { ReadySweepKey } from '../../domain/sweep/ready-sweeps.ts'
import { counted, whole } from '../format.ts'

export const sweep = {
  sweep: {
    title: 'Sweep',
    intro: 'The settings on the left, with one or two of them in several values, each from several seeds.',
    ready: 'Ready sweeps',
    readyNames: {
      'u-curve': 'U-curve',
      'double-descent': 'Double descent',
      'training-size': 'Training size',
      lambda: 'λ (L2)',
      dropout: 'Dropout',
    } satisfies Record<ReadySweepKey, string> as Record<ReadySweepKey, string>,
    readyHint: 'Each has settings of its own. Yours come back when you leave.',
    /** How many of the settings on the left a ready sweep changes, and which. */
    changesCount: (count: number) =>
      count === 0 ? 'changes nothing' : `changes ${counted(count, 'setting')}`,
    changesWhich: (name: string, changes: string) => `${name}: ${changes}.`,
    change: (settingNumber: string, from: string, to: string) => `${settingNumber} ${from} → ${to}`,
    lent: (name: string) => `The settings are those of “${name}”. Yours come back when you leave.`,
    giveBack: 'Give mine back',
    capacity: { width: 'Width of all layers', depth: 'Number of layers' },
    short: { width: 'width', depth: 'layers' },
    axis: (number: number): string => (number === 1 ? 'Sweep over' : 'And over'),
    groups: { capacity: 'Capacity', settings: 'Settings' },
    second: 'Second setting',
    none: 'none',
    values: 'Values',
    as: 'Given as',
    list: 'List',
    range: 'Range',
    spacings: { linear: 'Equal steps', log: 'Equal ratios' },
    spacing: 'Spacing',
    from: 'From',
    to: 'To',
    count: 'How many',
    seeds: 'Seeds',
    varies: 'A seed varies',
    variations: { all: 'data and training', training: 'training only' },
    test: 'Score the test set',
    testHint: 'Choosing by the test set makes it a validation set.',
    fewSeeds: 'With fewer than 6 seeds no two values can ever be told apart at the 5% level.',
    total: (cells: number, seeds: number) =>
      `${counted(cells, 'setting')} × ${counted(seeds, 'seed')} = ${counted(cells * seeds, 'run')}`,
    startHint: 'Start the sweep at the top, or press the space bar.',
    replaces: 'Starting replaces the results shown.',
    problems: {
      empty: 'Give at least one value.',
      unreadable: (value: string) => `“${value}” cannot be read as a value.`,
      unclear: (value: string) =>
        `“${value}” can be read in two ways. Put spaces between values, a point for decimals, and no comma in a number.`,
      tooMany: (most: number) => `At most ${counted(most, 'value')}.`,
      invalid: (value: string, reason: string) => `${value}: ${reason}.`,
      number: 'Give a number at both ends.',
      ratio: 'Equal ratios need both ends above 0.',
      count: (most: number) => `From 2 to ${counted(most, 'value')}.`,
      twice: 'This setting is already the first axis.',
      runs: (runs: string, most: string) =>
        `That makes ${counted(runs, 'run')}, more than ${most}; take fewer values or seeds.`,
    },
    progress: 'Progress of the sweep',
    state: {
      running: (left: string | null) => (left === null ? 'running' : `about ${left} left`),
      paused: 'paused',
      stopped: 'stopped; what has finished stays',
      done: 'done',
    },
    finished: (done: number, total: number) => `${whole(done)} of ${counted(total, 'run')}`,
    notKept: 'The browser does not keep this sweep: a reload loses it.',
    empty: 'No sweep yet',
    emptyHint: 'Pick a ready one, or choose a setting and its values',
    allHidden: 'This link hides every setting that a sweep could vary.',
    metric: 'Read by',
    metrics: {
      'validation-last': 'Loss, last epoch',
      'validation-best': 'Loss, best epoch',
      'quality-last': (measure: string) => `${measure}, last epoch`,
      'quality-best': (measure: string) => `${measure}, best epoch`,
      'train-last': 'Training loss, last epoch',
      'gap-last': 'Gap (validation ÷ training loss)',
      'best-epoch': 'Best epoch',
      'test-loss': 'Test loss',
      'test-quality': (measure: string) => `Test ${measure.toLowerCase()}`,
    },
    median: (seeds: number) => `median of ${counted(seeds, 'seed')}; band from lowest to highest`,
    medianOf: (seeds: number) => `median of ${counted(seeds, 'seed')}`,
    showSeeds: 'Each seed',
    best: (value: string) => `best ${value}`,
    diverged: (count: number, of: number) => (count === of ? 'diverged' : `${count} of ${of} diverged`),
    failed: (count: number) => `${count} failed`,
    invalid: 'not possible',
    pending: 'not run yet',
    chartLabel: (metric: string, axis: string) => `${metric} over ${axis}`,
    heatLabel: (metric: string, rows: string, columns: string) => `${metric} by ${rows} and ${columns}`,
    point: (axis: string, validation: string, train: string | null) =>
      train === null ? `${axis}: ${validation}` : `${axis}: validation ${validation}, training ${train}`,
    chartSummary: (
      metric: string,
      axis: string,
      best: string | null,
      value: string,
      done: number,
      of: number,
    ) =>
      best === null
        ? `${metric} over ${axis}: no value yet.`
        : `${metric} over ${axis}: the best median is ${value}, at ${best}. ${done} of ${counted(of, 'value')} ${done === 1 ? 'has' : 'have'} runs.`,
    verdict: 'What the seeds say',
    soFar: 'What the seeds say so far',
    better: (best: string, other: string, wins: number, seeds: number) =>
      `${best} is better than ${other} in ${wins} of ${counted(seeds, 'seed')}.`,
    withinSpread: (best: string, others: string) =>
      `${best} cannot be told from ${others}: the difference is smaller than the spread between seeds.`,
    disagree: (best: string, others: string) =>
      `${best} cannot be told from ${others}: the seeds do not agree which is better.`,
    tooFew: (best: string, others: string, seeds: number) =>
      `${best} cannot be told from ${others} with ${counted(seeds, 'seed')}: it takes at least 6.`,
    listed: (names: readonly string[]) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    test5: 'Wilcoxon signed-rank test on shared seeds, 5% level, not corrected for choosing the best.',
    cell: (name: string) => `Runs at ${name}`,
    cellHint: 'Click a value to see its runs.',
    cellLabel: (name: string, runs: number) => `Loss over epochs of ${counted(runs, 'run')} at ${name}`,
    open: (seed: number) => `Open seed ${seed} as experiment`,
    openHint: 'The seed in the middle',
    close: 'Close',
    csv: 'Results (CSV)',
    /** Between the parts of one setting's name. */
    and: ' · ',
  },
}
