import { type ComponentType, createElement, lazy, useState } from 'react'
import { fetchPart } from '../api/fetch-part.ts'

/** A part of the screens that may be fetched before it is drawn. */
export type LazyPart<Props extends object> = ComponentType<Props> & { fetch(): Promise<unknown> }

/**
 * A part of the screens that is fetched when it is needed. One that is there already is drawn at once: React would show
 * that it waits, and then go on doing so for 300 ms.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPart<Props> {
  let Fetched: ComponentType<Props> | null = null
  const fetch = async () => {
    const part = await fetchPart(load)
    Fetched = part.default
    return part
  }
  const Fetching: ComponentType<Props> = lazy(fetch)
  function Part(props: Props) {
    const [Drawn] = useState(() => Fetched ?? Fetching) // what has been drawn once stays as it is
    return createElement(Drawn, props)
  }
  return Object.assign(Part, { fetch })
}
