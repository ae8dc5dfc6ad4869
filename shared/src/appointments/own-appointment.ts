/** An appointment somebody has ahead of them, as a flow is told of it. */
export interface OwnAppointment {
  reference: string
  serviceId: string
  /** ISO time of its beginning. */
  at: string
}

const PARTS = /^(\S+) (\S+) (\S+)$/

/** One line, because answers of effects are plain values. */
export const ownLine = ({ reference, serviceId, at }: OwnAppointment): string => `${reference} ${serviceId} ${at}`

/** Reads what `ownLine` wrote; anything else is left out. */
export const readOwn = (value: unknown): OwnAppointment[] =>
  Array.isArray(value)
    ? value.flatMap(line => {
        const [, reference, serviceId, at] = (typeof line === 'string' && PARTS.exec(line)) || []
        return reference && serviceId && at && !Number.isNaN(Date.parse(at)) ? [{ reference, serviceId, at }] : []
      })
    : []

/** The texts of a list that came back with an effect. */
export const readTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
