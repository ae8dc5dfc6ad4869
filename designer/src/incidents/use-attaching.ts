import { MAX_ANSWER_FILES, type MediaFile } from '@pregoner/shared'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { sendAnswerFile } from '../api/incidents.ts'
import { useWords } from '../i18n/index.ts'
import { answeringWords } from './words/answering.ts'

/** Uploads files for an answer one after another; tells what is under way and what went wrong. */
export function useAttaching(
  town: string,
  incidentId: string,
  { kept, onKept }: { kept: number; onKept: (file: MediaFile) => void },
) {
  const t = useWords(answeringWords)
  const [uploading, setUploading] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string | null>(null)

  async function attach(files: readonly File[]): Promise<void> {
    setProblem(null)
    const free = MAX_ANSWER_FILES - kept - uploading.length
    if (files.length > free) setProblem(t('tooManyFiles', { count: MAX_ANSWER_FILES }))
    const taken = files.slice(0, Math.max(0, free))
    setUploading(names => [...names, ...taken.map(({ name }) => name)])
    for (const file of taken) {
      try {
        onKept(await sendAnswerFile(town, incidentId, file))
      } catch (error) {
        setProblem(t('attachFailed', { name: file.name, reason: describeError(error) }))
      } finally {
        setUploading(names => names.toSpliced(names.indexOf(file.name), 1))
      }
    }
  }
  return { attach, uploading, problem }
}
