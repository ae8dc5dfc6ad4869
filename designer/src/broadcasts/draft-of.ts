import { type BroadcastDraft, everySubscriber } from '@pregoner/shared'

/** Where writing begins. */
export const blankDraft: BroadcastDraft = {
  ...{ name: '', text: {}, pictureId: null, segment: everySubscriber, template: null },
}

/** What of a notice is written by hand. */
export const draftOf = ({ name, text, pictureId, segment, template = null }: BroadcastDraft): BroadcastDraft => ({
  name,
  text,
  pictureId,
  segment,
  template,
})
