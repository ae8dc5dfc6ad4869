import type { MediaFile, MediaKind } from '@pregoner/shared'
import { useEffect, useRef } from 'react'

const kinds: readonly MediaKind[] = ['image', 'audio', 'video']

/** Files the officer attaches in the simulator. They stay in this browser's memory and are gone with the simulator. */
export function useLocalFiles(): { keep(file: File): MediaFile; urlOf(mediaId: string): string | undefined } {
  const urls = useRef(new Map<string, string>())
  useEffect(() => {
    const made = urls.current
    return () => {
      for (const url of made.values()) URL.revokeObjectURL(url)
      made.clear()
    }
  }, [])
  return {
    keep(file) {
      const mediaId = `local-${urls.current.size + 1}`
      urls.current.set(mediaId, URL.createObjectURL(file))
      const kind = kinds.find(one => file.type.startsWith(`${one}/`)) ?? 'document'
      return { mediaId, kind, mime: file.type, name: file.name, caption: null }
    },
    urlOf: mediaId => urls.current.get(mediaId),
  }
}
