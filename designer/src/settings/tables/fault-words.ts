import type { CellFault } from '@pregoner/shared'
import type { Translate } from '../../i18n/index.ts'
import type { FileProblem } from './table-file.ts'
import type { tableWords } from './words.ts'

type Key = Parameters<Translate<Extract<keyof (typeof tableWords)['catalogues']['ca'], string>>>[0]

const KINDS: { [Code in CellFault['code']]: Key } = {
  missing_value: 'fault_missing_value',
  ends_before_it_begins: 'fault_ends_before_it_begins',
  duplicate_value: 'fault_duplicate_value',
  invalid_text: 'fault_text',
  invalid_localized: 'fault_text',
  invalid_number: 'fault_number',
  invalid_date: 'fault_date',
  invalid_time: 'fault_time',
  invalid_phone: 'fault_phone',
  invalid_url: 'fault_url',
  invalid_email: 'fault_email',
  invalid_place: 'fault_text',
  invalid_image: 'fault_text',
  invalid_choice: 'fault_choice',
}

/** The words for what is wrong with a cell. */
export const faultKey = (code: CellFault['code']): Key => KINDS[code]

const OF_FILE: { [Code in Exclude<FileProblem['code'], CellFault['code']>]: Key } = {
  empty: 'file_empty',
  too_long: 'file_too_long',
  too_many_rows: 'file_too_many_rows',
  unclosed_quote: 'file_unclosed_quote',
  unknown_column: 'file_unknown_column',
  repeated_column: 'file_repeated_column',
  wrong_cell_count: 'file_wrong_cell_count',
  spreadsheet: 'file_spreadsheet',
  not_text: 'file_not_text',
}

/** The words for what is wrong with a line of a file. */
export const fileProblemKey = (code: FileProblem['code']): Key => ({ ...KINDS, ...OF_FILE })[code]
