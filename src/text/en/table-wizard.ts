/** The dialog in which a person says how their table is read. */
import { counted, percent, whole } from '../format.ts'

const linesNamed = (lines: string, count: number) => `${count === 1 ? 'line' : 'lines'} ${lines}`

export const tableWizard = {
  tableWizard: {
    title: 'Your table',
    reading: (share: number) => `Reading, ${percent(share, 0)}`,
    cancel: 'Cancel',
    use: 'Use this table',
    decisions: 'How the file was read',
    delimiter: 'Between the values',
    delimiters: {
      ',': 'comma ,',
      '\t': 'tab',
      ';': 'semicolon ;',
      '|': 'bar |',
      '，': 'full-width comma ，',
      '；': 'full-width semicolon ；',
      ' ': 'spaces',
    },
    decimal: 'Decimal mark',
    decimals: { point: 'point 1.5', comma: 'comma 1,5', both: 'both, by column', none: 'none seen' },
    find: 'find it',
    asFound: (what: string) => `${what} (found)`,
    header: 'First row',
    headers: { names: 'column names', row: 'a row of values' },
    comments: 'Lines with #, % or //',
    commentChoices: { out: 'left out', rows: 'read as rows' },
    choose1: 'choose …',
    headerAsked: 'Nothing in the file says whether its first row holds names. Choose above.',
    asked: (columns: readonly string[]) =>
      `Choose in the table how ${columns.map((name) => `“${name}”`).join(', ')} ${columns.length === 1 ? 'is' : 'are'} meant.`,
    skipOdd: (count: number) =>
      count === 1 ? 'Leave that line out' : `Leave these ${whole(count)} lines out`,
    largest: 'Read the largest alone',
    target: 'Predict',
    task: 'As',
    tasks: { classes: 'classes', regression: 'a number' },
    part: 'Part named by',
    lacksValidation:
      'This column knows training and test rows only. The test rows stay the test part; every fifth training row becomes the validation part.',
    noPart: 'none: split by chance',
    missing: 'Missing values',
    missingChoices: { drop: 'leave the rows out', fill: 'fill in' },
    fillHint:
      'Numbers get the mean, categories the most frequent value: of the training rows where a column names the parts, else of all rows, which lets training see a little of the other parts.',
    dropHint: 'Rows without a value in a chosen column are left out; rows without a target always are.',
    column: 'Column',
    kind: 'Kind',
    gaps: 'Missing',
    firstRows: 'First values',
    kinds: {
      number: 'number',
      category: 'category, one column a value',
      text: 'text of many values, not used',
      constant: 'always the same, not used',
      empty: 'empty, not used',
      date: 'date, not used unless chosen',
      time: 'time of day, not used unless chosen',
      id: 'names the rows, not used unless chosen',
    },
    idText: 'names the rows, not used',
    textOf: (values: number) => `text of ${counted(values, 'value')}, not used`,
    uses: {
      number: 'number',
      category: 'category, one column a value',
      days: 'date: days since the first',
      'date-parts': 'date: year, month, weekday, hour',
      hours: 'time: hours of the day',
    },
    targetColumn: 'what is predicted',
    partColumn: 'names the parts',
    reads: (text: string) => `“${text}” is`,
    how: 'How the column is read',
    readings: {
      point: (value: string) => `${value} (point for decimals)`,
      comma: (value: string) => `${value} (comma for decimals)`,
      'day-first': (value: string) => `${value} (day first)`,
      'month-first': (value: string) => `${value} (month first)`,
      share: (value: string) => `${value} (a share of 1)`,
      number: (value: string) => `${value} (as the others)`,
      missing: () => 'a missing value',
      word: () => 'a word, as the whole column then is',
    },
    readAs: (text: string, value: string) => `${text} is ${value}`,
    units: (units: string) => `without ${units}`,
    percentUnit: '40% is 0.4',
    mixedUnits: (units: string) => `mixed units: ${units}`,
    code: 'digits that are a code',
    lines: (count: number, lines: string) =>
      `${whole(count)} (${linesNamed(lines, count)}${count > 5 ? ' …' : ''})`,
    odd: (column: string, line: number, text: string) =>
      `Line ${whole(line)}, “${column}”: “${text}” is no number and counts as missing.`,
    notices: {
      'no-header': 'No names in the first line: the columns are called x1, x2 and so on.',
      'duplicate-name': (name: string, renamed: string) =>
        `A second column “${name}” is called “${renamed}”.`,
      'unnamed-column': (column: number, named: string) =>
        `Column ${column} has no name; it is called “${named}”.`,
      'row-names':
        'The first line has one name fewer than the rows have values: the first value of each names the row.',
      'names-in-comment': (line: number) =>
        `The comment in line ${whole(line)} holds the names of the columns.`,
      'second-heading': (line: number) =>
        `Line ${whole(line)} has words where the others have numbers, as a line of units does; it is left out.`,
      comments: (mark: string, lines: string, count: number) =>
        `${count === 1 ? 'The line that begins' : `The ${whole(count)} lines that begin`} with ${mark} ${count === 1 ? 'is' : 'are'} left out (${linesNamed(lines, count)}).`,
      'repeated-names': (lines: string, count: number) =>
        `${count === 1 ? 'A line that has' : `${whole(count)} lines that have`} the names of the columns once more ${count === 1 ? 'is' : 'are'} left out (${linesNamed(lines, count)}).`,
      total: (line: number) => `Line ${whole(line)}, the last, sums up the others; it is left out.`,
      above: (lines: string, count: number) =>
        `${count === 1 ? 'A line' : 'Lines'} above the table ${count === 1 ? 'is' : 'are'} left out (${linesNamed(lines, count)}).`,
      below: (lines: string, count: number) =>
        `${count === 1 ? 'A line' : 'Lines'} below the table ${count === 1 ? 'is' : 'are'} left out (${linesNamed(lines, count)}).`,
      skipped: (lines: string, count: number) =>
        `${count === 1 ? 'A line that has' : `${whole(count)} lines that have`} another number of values ${count === 1 ? 'is' : 'are'} left out (${linesNamed(lines, count)}).`,
      'full-width': (mark: string) => `The values are separated by full-width marks (${mark}).`,
      encoding: (encoding: string) =>
        `The text is no UTF-8 and was read as ${encoding}. If words look wrong, save the file as UTF-8.`,
    },
    files: {
      empty: 'The file is empty. Choose one with a line of names and a row for each sample.',
      headerOnly: 'The file has one line and no rows of data. Add the samples below it.',
      forms: {
        spreadsheet: 'This is a spreadsheet file. Save it as CSV there and choose that.',
        archive: 'This is a packed file. Unpack it and choose the CSV or TSV file in it.',
        page: 'This is a web page. Copy its table and paste it here, or save it as CSV in a spreadsheet.',
        other: 'This is no text file with a table. Choose a CSV or TSV file.',
      },
      tooLarge: (size: string) => `The file has ${size}; at most 268 MB can be read. Take a part of it.`,
      rows: (most: number) => `The file has more than ${counted(most, 'row')}. Take a part of them.`,
      columns: (count: number, most: number) =>
        `The file has ${counted(count, 'column')}, more than ${whole(most)}. Take a part of them.`,
      oneColumn:
        'Only one column was found. A table needs a target and an input, separated by commas, semicolons or tabs.',
      oneColumnFullWidth: (mark: string) =>
        `Only one column was found. The file holds full-width marks (${mark}): separate all values by the same mark, by “,” or by “${mark}”.`,
      ragged: (line: number, found: number, expected: number) =>
        `Line ${whole(line)} has ${counted(found, 'value')} where the other lines have ${whole(expected)}. Mend that line.`,
      raggedLines: (lines: string, count: number, expected: number) =>
        `${counted(count, 'line')} ${count === 1 ? 'has' : 'have'} another number of values than the ${whole(expected)} of the other lines: ${linesNamed(lines, count)}. Mend ${count === 1 ? 'it' : 'them'}.`,
      fullWidth: (mark: string) =>
        ` It holds full-width marks (${mark}), which the other lines do not: write “,” there.`,
      stacked: (line: number) =>
        `The file holds several tables: another begins in line ${whole(line)}. Keep one table in a file, or read the largest alone.`,
      quote: (line: number) =>
        `A quotation mark at about line ${whole(line)} is never closed. Mend that line.`,
      json: (line: number) =>
        `The first line is a row in JSON, but line ${whole(line)} is none. Mend that line.`,
      sparse: (line: number) =>
        `From line ${whole(line)} on, only values that are not 0 are written, with the numbers of their columns (as in 3:0.5). Write all values of every row.`,
      unreadable: 'The file could not be read. Try it once more, or save it as CSV anew.',
    },
    noInputs: 'Choose at least one input.',
    noneUsable:
      'No column can be an input: numbers, dates and words that repeat can, texts that differ from row to row cannot.',
  },
}
