/** Makes an element: attributes and listeners by name, children as nodes or text. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value)
    else if (key === 'className') made.className = value
    else made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...children.filter(child => child !== undefined && child !== null && child !== false))
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

/** One of the symbols of the page. */
export function glyph(name) {
  const made = document.createElementNS(SVG, 'svg')
  made.setAttribute('class', 'glyph')
  made.setAttribute('aria-hidden', 'true')
  made.append(document.createElementNS(SVG, 'use'))
  made.firstChild.setAttribute('href', `#${name}`)
  return made
}

export const byId = id => document.getElementById(id)

export async function post(path, body, headers = { 'content-type': 'application/json' }) {
  const isPlain = headers['content-type'] === 'application/json'
  const response = await fetch(path, { method: 'POST', headers, body: isPlain ? JSON.stringify(body) : body })
  const answer = await response.json()
  if (!response.ok) toast(answer.error)
  return answer
}

let toastTimer
export function toast(words) {
  const place = byId('toast')
  place.textContent = words
  place.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => {
    place.hidden = true
  }, 5000)
}

const sheet = byId('sheet')
sheet.addEventListener('click', event => {
  if (event.target === sheet) sheet.close()
})

/** Opens the sheet with a title and what belongs in it. */
export function openSheet(title, ...children) {
  const close = element(
    'button',
    { type: 'button', className: 'icon', 'aria-label': 'Close', onclick: closeSheet },
    '✕',
  )
  sheet.replaceChildren(element('header', {}, element('h2', {}, title), close), ...children)
  sheet.showModal()
}

export const closeSheet = () => sheet.close()

/** A sheet of choices, each with a name and what it does. */
export function openMenu(title, choices) {
  const items = choices.map(([name, run, hint]) =>
    element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          onclick: () => {
            closeSheet()
            run()
          },
        },
        element('span', {}, name),
        hint && element('small', {}, hint),
      ),
    ),
  )
  openSheet(title, element('ul', { className: 'menu' }, ...items))
}

/** A sheet with fields; resolves what was filled in when sent. */
export function openForm(title, fields, submit, run) {
  const inputs = fields.map(({ name, label, options, ...more }) => {
    const input = options
      ? element('select', { name }, ...options.map(([value, text]) => element('option', { value }, text)))
      : element('input', { name, ...more })
    return element('label', {}, element('span', {}, label), input)
  })
  const form = element(
    'form',
    {
      className: 'fields',
      onsubmit: event => {
        event.preventDefault()
        closeSheet()
        run(Object.fromEntries(new FormData(form)))
      },
    },
    ...inputs,
    element('button', { type: 'submit', className: 'primary' }, submit),
  )
  openSheet(title, form)
}
