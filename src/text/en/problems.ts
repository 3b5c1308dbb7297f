import { bytes, counted, settingNumber, whole } from '../format.ts'

export const problems = {
  /** What is wrong with a value; `text/problems.ts` picks the sentence. */
  problems: {
    unknownKey: 'is not a setting',
    missing: 'is missing',
    wrongType: (received: string) => `cannot be “${received}”`,
    notOneOf: (received: string, choices: string) => `“${received}” is none of ${choices}`,
    tooSmall: (received: string, limit: number) => `${received} is below the least, ${settingNumber(limit)}`,
    tooLarge: (received: string, limit: number) => `${received} is above the most, ${settingNumber(limit)}`,
    notWhole: (received: string) => `${received} is not a whole number`,
    lossNeedsClasses: (set: string) => `cross-entropy needs classes, and ${set} has numbers`,
    monitorNeedsClasses: (set: string) => `accuracy needs classes, and ${set} has numbers`,
    tooFewSamples: (available: number, left: number) =>
      `of ${counted(available, 'sample')} at most ${whole(left)} are left for this part`,
    tooMuchMemory: (needed: number, budget: number) =>
      `this network needs ${bytes(needed)} to train; this device lends ${bytes(budget)}`,
    modelNeedsImages: (set: string) => `convolutions look at images, and ${set} has none`,
    modelNeedsSequences: (set: string) => `recurrent networks read sequences, and ${set} has none`,
    activationNotHere: (model: string, choices: string) => `${model} goes with ${choices} only`,
    pooledAway: (block: number, height: number, width: number) =>
      `block ${block} cannot pool what is left, ${height} × ${width}; pool less, or before fewer blocks`,
    layersMissing: (model: string) => `${model} needs at least one layer`,
    pointsMissing: (points: number, classes: number) =>
      classes < 2 && points > 0
        ? `${points === 1 ? 'the only point is' : `all ${whole(points)} points are`} of one class; draw some of the other`
        : 'draw at least three points, of both classes',
    pointsNotDrawn: (set: string) => `drawn points go with data=drawn, and the data are “${set}”`,
    tableGone: 'the table is not on this page; open its file',
    tableShape: 'a table is inputs, rows of numbers, and targets, one for each row',
    tableEmpty: 'the table has no rows or no columns of numbers',
    tableTooFew: (rows: number) =>
      `${counted(rows, 'row')} ${rows === 1 ? 'is' : 'are'} too few; each part needs one, so at least 3`,
    tableRagged: (row: number, found: number, expected: number) =>
      `row ${whole(row)} has ${counted(found, 'value')}, not ${expected}`,
    tableValue: (row: number, column: number, received: string) =>
      `row ${whole(row)}, column ${column}: “${received}” is no number`,
    tableTarget: (row: number, received: string) =>
      `row ${whole(row)}: the target “${received}” is no number`,
    tableTargets: (row: number, found: number) =>
      `row ${whole(row)} has ${found === 0 ? 'no target' : counted(found, 'target')}; each row has one, a number or the name of a class`,
    tableCounts: (inputs: number, targets: number) =>
      `${counted(inputs, 'row')} of inputs and ${counted(targets, 'target')} do not go together`,
    tableOneClass: (name: string) => `every row is of the class “${name}”; there is nothing to tell apart`,
    tableManyClasses: (classes: number, rows: number) =>
      `${counted(classes, 'class', 'classes')} in ${counted(rows, 'row')} ${classes === 1 ? 'leaves' : 'leave'} nothing to learn from; choose another target, or take it for a number`,
    tableConstant: (column: string) => `the column “${column}” is the same in every row; leave it out`,
    tableTooLarge: (rows: number, columns: number) =>
      `${counted(rows, 'row')} × ${counted(columns, 'column')} is more than 50 000 × 200; take a part of it`,
    tablePart: (row: number, received: string) =>
      `row ${whole(row)}: the part “${received}” is none of train, validation, test`,
    tablePartEmpty: (part: string) => `no row belongs to the part “${part}”`,
    unreadable: 'cannot be read',
  },
}
