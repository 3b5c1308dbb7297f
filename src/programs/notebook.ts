/** The Keras program as a Jupyter notebook, nbformat 4.5: a sentence above every step. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { kerasImports, kerasPackages, kerasSections } from './keras.ts'
import type { CodeLine } from './lines.ts'
import { quotable, spaced } from './sections.ts'

export function notebook(experiment: Experiment, link: string): string {
  const cells = [
    markdown(
      'experiment',
      [
        '# An experiment of Fitting Room',
        `<${quotable(link)}>`,
        `Needs \`${kerasPackages(experiment)}\`.`,
      ].join('\n\n'),
    ),
    code('imports', kerasImports(experiment)),
    ...kerasSections(experiment).flatMap(({ title, says, lines }) => {
      const id = title
        .replace(/[^A-Za-z]+/g, '-')
        .replace(/^-|-$/g, '')
        .toLowerCase()
      return [markdown(`${id}-about`, `## ${title}\n\n${says}`), code(id, lines)]
    }),
  ]
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' },
  }
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`
}

const markdown = (id: string, text: string) => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: sourceOf(text.split('\n')),
})

const code = (id: string, lines: readonly CodeLine[]) => ({
  cell_type: 'code',
  execution_count: null,
  id,
  metadata: {},
  outputs: [],
  source: sourceOf(spaced(lines).map(({ text }) => text)),
})

/** Every line but the last ends with its newline. */
const sourceOf = (lines: readonly string[]) =>
  lines.map((text, i) => (i < lines.length - 1 ? `${text}\n` : text))
