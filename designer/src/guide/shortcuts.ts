import type { keyboardWords } from './words/keyboard.ts'

type Word = keyof typeof keyboardWords.catalogues.ca

/** A key as it is told of; `Mod` is ⌘ on Apple's machines and Ctrl on all others. */
export type Key = string

export interface Shortcut {
  /** What it does, in the words of the key map. */
  readonly does: Extract<Word, `does.${string}`>
  /** Ways to press it; the keys of each together. */
  readonly keys: readonly (readonly Key[])[]
}

export interface ShortcutGroup {
  readonly name: Extract<Word, `group.${string}`>
  readonly shortcuts: readonly Shortcut[]
}

/** Every shortcut of the flow desk, by where it works. The only list of them. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    name: 'group.everywhere',
    shortcuts: [
      { does: 'does.undo', keys: [['Mod', 'Z']] },
      {
        does: 'does.redo',
        keys: [
          ['Mod', 'Shift', 'Z'],
          ['Mod', 'Y'],
        ],
      },
      { does: 'does.copy', keys: [['Mod', 'C']] },
      { does: 'does.cut', keys: [['Mod', 'X']] },
      { does: 'does.paste', keys: [['Mod', 'V']] },
      { does: 'does.find', keys: [['Mod', 'K']] },
      { does: 'does.replace', keys: [['Mod', 'H']] },
      { does: 'does.map', keys: [['Mod', '/'], ['?']] },
    ],
  },
  {
    name: 'group.canvas',
    shortcuts: [
      { does: 'does.neighbour', keys: [['↑'], ['↓'], ['←'], ['→']] },
      { does: 'does.first', keys: [['Home']] },
      { does: 'does.last', keys: [['End']] },
      { does: 'does.choose', keys: [['Enter']] },
      {
        does: 'does.chooseMore',
        keys: [
          ['Mod', 'Enter'],
          ['Shift', 'Enter'],
        ],
      },
      { does: 'does.form', keys: [['Enter', 'Enter']] },
      { does: 'does.move', keys: [['↑'], ['↓'], ['←'], ['→']] },
      { does: 'does.leaveAlone', keys: [['Mod', '→']] },
      { does: 'does.all', keys: [['Mod', 'A']] },
      { does: 'does.duplicate', keys: [['Mod', 'D']] },
      { does: 'does.remove', keys: [['Delete']] },
      { does: 'does.menu', keys: [['Shift', 'F10']] },
      { does: 'does.letGo', keys: [['Esc']] },
    ],
  },
  {
    name: 'group.outline',
    shortcuts: [
      { does: 'does.line', keys: [['↑'], ['↓']] },
      { does: 'does.page', keys: [['PageUp'], ['PageDown']] },
      { does: 'does.first', keys: [['Home']] },
      { does: 'does.last', keys: [['End']] },
      { does: 'does.letter', keys: [['A'], ['1']] },
      { does: 'does.unfold', keys: [['→']] },
      { does: 'does.fold', keys: [['←']] },
      { does: 'does.unfoldAll', keys: [['*']] },
      { does: 'does.form', keys: [['Enter']] },
      { does: 'does.addNext', keys: [['+']] },
      {
        does: 'does.range',
        keys: [
          ['Shift', '↑'],
          ['Shift', '↓'],
        ],
      },
      {
        does: 'does.chooseMore',
        keys: [
          ['Mod', 'Space'],
          ['Mod', 'Enter'],
        ],
      },
      { does: 'does.all', keys: [['Mod', 'A']] },
      { does: 'does.earlier', keys: [['Mod', '↑']] },
      { does: 'does.later', keys: [['Mod', '↓']] },
      { does: 'does.duplicate', keys: [['Mod', 'D']] },
      { does: 'does.remove', keys: [['Delete']] },
      { does: 'does.menu', keys: [['Shift', 'F10']] },
      { does: 'does.letGo', keys: [['Esc']] },
    ],
  },
  {
    name: 'group.texts',
    shortcuts: [
      {
        does: 'does.textBeside',
        keys: [
          ['Mod', '↑'],
          ['Mod', '↓'],
        ],
      },
      { does: 'does.textNext', keys: [['Mod', 'Enter']] },
    ],
  },
  {
    name: 'group.forms',
    shortcuts: [
      { does: 'does.nextField', keys: [['Tab']] },
      { does: 'does.pastField', keys: [['Shift', 'Tab']] },
      { does: 'does.close', keys: [['Esc']] },
    ],
  },
]

/** Whether this is one of Apple's machines, where ⌘ does what Ctrl does elsewhere. */
export const isApple = (platform: string): boolean => /mac|iphone|ipad/i.test(platform)

const appleKeys: { readonly [name: Key]: string } = { Mod: '⌘', Shift: '⇧', Delete: '⌫', Enter: '↩' }

/** How a key is written on the reader's keyboard; words for it where it has a name in every language. */
export const keyName = (key: Key, hasApple: boolean, named: (key: Key) => string): string =>
  (hasApple ? appleKeys[key] : undefined) ?? named(key)
