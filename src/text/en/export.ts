/** What can be saved. */
export const exports = {
  take: {
    title: 'Export',
    svg: 'The curves as a picture (SVG)',
    png: 'The curves as a picture (PNG)',
    runJson: 'This run (JSON, can be opened again)',
    runsJson: 'All runs (JSON, can be opened again)',
    keras: 'The experiment as a Keras program (Python)',
    tableMarkdown: 'Run table (Markdown)',
    tableCsv: 'Run table (CSV)',
    tableLatex: 'Run table (LaTeX)',
    columns: {
      name: 'run',
      verdict: 'verdict',
      bestLoss: 'best validation loss',
      bestEpoch: 'best epoch',
      train: 'final train loss',
      validation: 'final validation loss',
      gap: 'final gap',
      test: 'test accuracy, or loss of numbers',
      epochs: 'epochs',
      seconds: 'seconds',
      engine: 'engine',
    },
    storage: {
      full: 'The browser has no room left: new runs last only as long as this page.',
      forbidden: 'The browser does not let this page keep anything: runs last only as long as it is open.',
    },
  },
  programs: {
    notebook: 'The experiment as a Jupyter notebook (.ipynb)',
    tfjs: 'The experiment as TensorFlow.js code (.mjs)',
    table: 'Your table as the programs read it (JSON)',
    ray: 'Save the sweep as a Ray Tune script (Python)',
  },
}
