import {
  FLOW_FILE_ENDING,
  type FlowFileRead,
  MAX_FLOW_FILE_BYTES,
  notText,
  readFlowFile,
  tooLarge,
} from '@pregoner/shared'

/** Reads a file the officer has chosen, as strictly as the runtime will. */
export async function readChosenFile(file: File): Promise<FlowFileRead> {
  if (file.size > MAX_FLOW_FILE_BYTES) return tooLarge
  try {
    return readFlowFile(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    return notText // no text, or a file that went away meanwhile
  }
}

/** Asks for a file; null when none was chosen. */
export function chooseFile(): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = `${FLOW_FILE_ENDING},.json,application/json`
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

const MAX_NAME_CHARS = 80

/** `Queixes: carrer/plaça` → `Queixes carrer plaça.pregoner.json`. */
export const fileNameFor = (name: string): string => {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, MAX_NAME_CHARS)
  return `${plain || 'flow'}${FLOW_FILE_ENDING}`
}

/** Hands a text to the browser to be saved under this name. */
export function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000) // browsers fetch it a little later
}
