import { type ComponentType, lazy } from 'react'
import { fetchPart } from '../api/fetch-part.ts'

/** A part of the screens that is fetched when it is needed. */
export const lazyPart = <Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(() => fetchPart(load))
