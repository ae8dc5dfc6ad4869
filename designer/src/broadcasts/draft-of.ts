import { type BroadcastDraft, everySubscriber } from '@pregoner/shared'

/** Where writing begins. */
export const blankDraft: BroadcastDraft = {
  ...{ name: '', text: {}, pictureId: null, segment: everySubscriber, template: null, emergency: null, buttons: [] },
}

/** What of a notice is written by hand. */
export const draftOf = ({
  name,
  text,
  pictureId,
  segment,
  template = null,
  emergency = null,
  buttons = [],
}: BroadcastDraft): BroadcastDraft => ({
  name,
  text,
  pictureId,
  segment,
  template,
  emergency,
  buttons,
})
