import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { PhotoViewer } from './photo-viewer.tsx'
import type { ShownPhoto } from './photos.ts'

interface Gallery {
  photos: readonly ShownPhoto[]
  open: (mediaId: string) => void
}

const GalleryContext = createContext<Gallery | null>(null)

/** Every picture of what is around, and how to see one large; null where pictures are on their own. */
export const useGallery = () => use(GalleryContext)

interface PhotoGalleryProps {
  town: string
  photos: readonly ShownPhoto[]
  /** Of the incident they are of, when they are all of one. */
  reference?: string
  /** In which the citizen writes, when it is known. */
  language?: string
  children: ReactNode
}

/** Lets the pictures within be seen large, one after the other, wherever in the story they are. */
export function PhotoGallery({ town, photos, reference, language, children }: PhotoGalleryProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const gallery = useMemo(() => ({ photos, open: setOpenId }), [photos])
  const index = photos.findIndex(({ mediaId }) => mediaId === openId)
  return (
    <GalleryContext value={gallery}>
      {children}
      {index >= 0 && (
        <PhotoViewer
          town={town}
          reference={reference}
          language={language}
          photos={photos}
          index={index}
          onShow={at => setOpenId(photos[at]?.mediaId ?? null)}
          onClose={() => setOpenId(null)}
        />
      )}
    </GalleryContext>
  )
}
