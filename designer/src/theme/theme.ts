import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import { createTheme, defaultVariantColorsResolver } from '@mantine/core'

const teal: MantineColorsTuple = [
  '#f0f9f9',
  '#d9f1f0',
  '#b8e3e2',
  '#93d3d3',
  '#5cc5c0',
  '#4dadad',
  '#258484',
  '#0b5d5e',
  '#094b4c',
  '#013e3e',
]

const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f3f1ec',
  '#efece5',
  '#e1ddd4',
  '#cfcabf',
  '#b5b0a6',
  '#858b90',
  '#55606b',
  '#36414b',
  '#17212b',
]

const dark: MantineColorsTuple = [
  '#e8e6e1',
  '#cfd2d4',
  '#a9b1b8',
  '#747e87',
  '#2e363d',
  '#242b31',
  '#1b2126',
  '#161b1f',
  '#14181c',
  '#101417',
]

const red: MantineColorsTuple = [
  '#fee9e6',
  '#fdd5d0',
  '#fbc0b8',
  '#fdb3a9',
  '#fea69c',
  '#e0746b',
  '#c04a43',
  '#a12623',
  '#861d1b',
  '#6b1514',
]

/** Mantine drawn with the tokens of tokens.css. */
export const theme = createTheme({
  colors: { teal, gray, dark, red },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  // Mantine chooses the words' colour for the light scheme only; ours follows the scheme.
  variantColorResolver: input => {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-primary)' } : colors
  },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  components: {
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false, // the empty place Mantine would focus is no child a menu may have
        middlewares: { flip: true, shift: true, size: { padding: 8 } }, // a long one scrolls and stays on the screen
      },
    },
  },
})

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--primary)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-teal-text': 'var(--primary)',
  '--mantine-color-teal-light': 'var(--primary-soft)',
  '--mantine-color-teal-light-color': 'var(--primary)',
  '--mantine-color-teal-outline': 'var(--primary)',
  '--mantine-primary-color-filled': 'var(--primary)',
  '--mantine-primary-color-filled-hover': 'var(--primary-hover)',
  '--mantine-color-teal-filled': 'var(--primary)',
  '--mantine-color-teal-filled-hover': 'var(--primary-hover)',
}

/** Mantine's own variables point at our tokens, so that both schemes are defined once. */
export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
