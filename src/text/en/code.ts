export const code = {
  drawer: {
    button: 'Code',
    hint: 'The experiment as a program',
    titles: { keras: 'Keras code', tfjs: 'TensorFlow.js code' },
    programs: 'Program',
    names: { keras: 'Keras', tfjs: 'TensorFlow.js' },
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser does not lend its clipboard. The code is selected: copy it with the keyboard.',
    download: (extension: string) => `Save as ${extension} file`,
    close: 'Close the code',
    linked: 'Code follows the controls. Point at a line to find its control.',
    follows: 'Code follows the controls.',
  },
}
