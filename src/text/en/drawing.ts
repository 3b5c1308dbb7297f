/** The pad on which a person draws a digit. */
export const drawing = {
  drawing: {
    title: 'Draw a digit',
    pad: 'Pad to draw a digit on: hold the pointer, or move the pen by the arrow keys and lower it with Enter',
    penDown: 'The pen is down.',
    penUp: 'The pen is up.',
    undo: 'Undo stroke',
    clear: 'Clear',
    hint: 'Draw one of ten digits with the pointer or a finger.',
    answer: (digit: string, sure: string) => `The network says ${digit}, with ${sure}.`,
    waiting: 'The network has not answered yet.',
    given: 'What the network is given',
    chances: 'Probability of each digit',
    digit: 'digit',
    probability: 'probability',
    about: [
      'The drawing is scaled to 20 × 20 pixels, its proportions kept, and laid into 28 × 28 with its centre of mass in the middle: so the digits of MNIST were made.',
      'The probabilities are those of the network at the weights shown, dropout off.',
    ],
  },
}
