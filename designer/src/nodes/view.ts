import type { Flow, Language, TownData } from '@pregoner/shared'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface CardProps<Config> {
  config: Config
  /** The language the canvas shows; a text missing in it shows `fallback` and says so. */
  language: Language
  fallback: Language
  /** Undefined while it loads. */
  town: TownData | undefined
}

export interface FormProps<Config> {
  config: Config
  /** Takes the whole new config. */
  onChange(next: Config): void
  /** The flow's languages, default first. */
  languages: readonly Language[]
  town: TownData | undefined
  flow: Flow
  /** Id of the node the form is about. */
  node: string
}

/** How a node type looks: on the palette, on the canvas, in the inspector. */
export interface NodeView<Config> {
  Icon: LucideIcon
  /** What the citizen reads or what is done, in about two lines. */
  Card(props: CardProps<Config>): ReactNode
  Form(props: FormProps<Config>): ReactNode
  /** A title out of the config, for nodes the officer has not named. */
  titleOf?(config: Config, language: Language): string | undefined
  /** What a citizen could write to come to this step; the simulator offers it. */
  wordsToTry?(config: Config, language: Language): string[]
}
