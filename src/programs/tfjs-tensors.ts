/** The end of section 1: the parts as tensors, standardized where the experiment says so. */
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { outputHead, outputUnits } from '../domain/network/inputs-outputs.ts'
import { type CodeLine, line, plain } from './lines.ts'
import { networkShape } from './network-shape.ts'

export function inputTensors(experiment: Experiment): CodeLine[] {
  const { data } = experiment
  const { shape, kind } = dataSet(data)
  const wanted = networkShape(experiment)
  const reshaped = wanted.length > 1
  const scaled =
    data.standardize && (shape.kind === 'vector' || (shape.kind === 'sequence' && kind === 'stored'))
  const made = reshaped
    ? [
        line('  tf'),
        line('    .tensor2d(part.map(({ x }) => x))'),
        line(`    .reshape([-1, ${wanted.join(', ')}]),`, 'model'),
      ]
    : plain('  tf.tensor2d(part.map(({ x }) => x)),')
  const name = scaled ? 'xRaw' : '[xTrain, xVal, xTest]'
  return [
    line(''),
    ...(scaled && data.set === 'rows' ? shifted('x', 'sample.x.map((v, j) => v - first.x[j])') : []),
    line(`const ${name} = parts.map((part) =>`),
    ...made,
    line(')'),
    ...(scaled ? standardized('x', shape.kind === 'vector') : []),
    ...(!scaled && shape.kind === 'vector' ? [line('// Inputs are not standardized.', 'standardize')] : []),
  ]
}

export function targetTensors(experiment: Experiment): CodeLine[] {
  const { data } = experiment
  const { kind, task } = dataSet(data)
  const scaled = data.standardize && kind === 'stored' && task === 'regression'
  const name = scaled ? 'yRaw' : '[yTrain, yVal, yTest]'
  const made =
    outputHead(experiment) === 'softmax'
      ? `tf.oneHot(part.map(({ y }) => y), ${outputUnits(experiment)}).toFloat()`
      : 'tf.tensor2d(part.map(({ y }) => [y]))'
  return [
    ...(scaled && data.set === 'rows' ? shifted('y', 'sample.y - first.y') : []),
    line(`const ${name} = parts.map((part) =>`),
    line(`  ${made},`),
    line(')'),
    ...(scaled ? standardized('y', false) : []),
  ]
}

/** Subtracts the first training row from a table's numbers, which makes no difference after standardizing. */
function shifted(letter: 'x' | 'y', value: string): CodeLine[] {
  const lines = `// In float64: tensors would round differences away.
{
  const first = { ...train[0] }
  for (const sample of parts.flat())
    sample.${letter} = ${value}
}`
  return lines.split('\n').map((text) => line(text, 'standardize'))
}

/** Standardizes by the training part's mean and deviation, each column by itself or all numbers together. */
function standardized(letter: 'x' | 'y', columns: boolean): CodeLine[] {
  const lines = `// By the training part's own mean and deviation.
const ${letter}Moments = tf.moments(${letter}Raw[0]${columns ? ', 0' : ''})
const ${letter}Deviation = tf.where(
  tf.equal(${letter}Moments.variance, 0),
  1,
  tf.sqrt(${letter}Moments.variance),
)
const [${letter}Train, ${letter}Val, ${letter}Test] = ${letter}Raw.map((${letter}) =>
  tf.div(tf.sub(${letter}, ${letter}Moments.mean), ${letter}Deviation),
)`
  return lines.split('\n').map((text) => line(text, 'standardize'))
}
