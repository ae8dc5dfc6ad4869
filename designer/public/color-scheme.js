// Runs before the first paint, so that a dark screen never flashes white; and again when the device changes its mind.
;(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    let wanted = 'auto'
    try {
      wanted = localStorage.getItem('mantine-color-scheme-value') || 'auto'
    } catch {}
    const isDark = wanted === 'dark' || (wanted === 'auto' && dark.matches)
    document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
  }
  show()
  dark.addEventListener('change', show)
})()
