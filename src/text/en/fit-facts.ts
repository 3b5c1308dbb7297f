/** What stands below a boundary, a fitted curve or the weight of each input. */
export const fitFacts = {
  fitFacts: {
    right: (epoch: string, train: string, validation: string) =>
      `Weights of epoch ${epoch}: right at ${train} of the training and ${validation} of the validation samples.`,
    fits: (epoch: string, train: string, validation: string) =>
      `Weights of epoch ${epoch}: R² ${train} on the training and ${validation} on the validation samples.`,
    losses: (epoch: string, train: string, validation: string) =>
      `Weights of epoch ${epoch}: training loss ${train}, validation loss ${validation}.`,
    network: 'network',
    truth: 'without noise',
    input: 'input',
    weight: 'weight',
    trueWeight: 'true weight',
    place: (down: string, right: string) => `${down} ↓, ${right} →`,
    about: {
      boundary: [
        'Each place has the colour of the probability of class B that the network gives it: purple 0, paper 0.5, green 1. It is asked at 72 × 72 places, at the weights shown, dropout off.',
        'The line is where the probability is 0.5. Shares are the accuracy of all samples of a part.',
      ],
      surface: [
        'Each place has the colour of the value that the network predicts there, at the weights shown, dropout off, from the smallest to the largest value of the data.',
        'R² is 1 − Σ(truth − prediction)² / Σ(truth − mean)², of all samples of a part.',
      ],
      curve: [
        'The line is what the network predicts at 160 places along the axis, at the weights shown, dropout off, in the units of the data.',
        'R² is 1 − Σ(truth − prediction)² / Σ(truth − mean)², of all samples of a part.',
      ],
      effects: [
        'The effect of an input is what the output gains when that input goes from 0 to 1 and all others are 0; of a linear network it is the input’s weight. At the weights shown, dropout off.',
        'The rings are the weights by which the data were made.',
      ],
    },
  },
}
