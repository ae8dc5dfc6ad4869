/**
 * Limits of messages, from the WhatsApp Business Cloud API, November 2026. The web chat keeps to them too, so that a
 * flow looks alike everywhere.
 */
export const MAX_TEXT_CHARS = 4_096
export const MAX_CAPTION_CHARS = 1_024
export const MAX_BUTTONS = 3
export const MAX_BUTTON_CHARS = 20
export const MAX_BUTTON_BODY_CHARS = 1_024
export const MAX_LIST_ROWS = 10
export const MAX_LIST_BODY_CHARS = 4_096
export const MAX_ROW_CHARS = 24
export const MAX_ROW_DESCRIPTION_CHARS = 72
export const MAX_LIST_LABEL_CHARS = 20
export const MAX_LINK_LABEL_CHARS = 20
export const MAX_CHOICE_ID_CHARS = 200
/** From 1,440 minutes after the contact's last message on, WhatsApp accepts template messages only. */
export const SERVICE_WINDOW_MINUTES = 1_440
