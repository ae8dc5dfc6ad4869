import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { memo, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { useEditorState } from '../editor/context.tsx'
import type { Size } from '../editor/placement.ts'
import { shapeOf } from '../editor/shape.ts'
import { useWords } from '../i18n/index.ts'
import family from './family.module.css'
import { type Area, around, type MapLayer, mapOf } from './map-of.ts'
import { canvasWords } from './words.ts'

const WIDTH = 160
const HEIGHT = 110
const MARGIN = 5 // pixels of the map around the drawing
const ZOOM_A_TURN = 0.002 // for a pixel of the wheel

const Layers = memo(function Layers({ layers }: { layers: readonly MapLayer[] }) {
  return layers.map(({ key, path }) => (
    <path
      key={key}
      d={path}
      className={key === 'area' ? family.minimapArea : `${family.hued} ${family.minimapNode} ${family[key] ?? ''}`}
    />
  ))
})

const rectangle = ({ x, y, width, height }: Area) => `M${x},${y}h${width}v${height}h${-width}z`

/** As much of the drawing as the map shows, in the shape of the map. */
const shown = (bounds: Area, view: Area): Area => {
  const all = around(bounds, view)
  const scale = Math.max(all.width / WIDTH, all.height / HEIGHT)
  const [width, height] = [(WIDTH + 2 * MARGIN) * scale, (HEIGHT + 2 * MARGIN) * scale]
  return { x: all.x - (width - all.width) / 2, y: all.y - (height - all.height) / 2, width, height }
}

/** The whole drawing in small, with what is in view; drag on it to look elsewhere. */
export function SmallMap({ sizes }: { sizes: ReadonlyMap<string, Size> }) {
  const t = useWords(canvasWords)
  const shape = useEditorState(state => shapeOf(state.flow))
  const map = useMemo(() => mapOf(shape, sizes), [shape, sizes])
  const [left, top, zoom] = useStore(state => state.transform)
  const width = useStore(state => state.width)
  const height = useStore(state => state.height)
  const { setCenter, zoomTo, getZoom } = useReactFlow()
  const drawing = useRef<SVGSVGElement>(null)

  useEffect(() => {
    const svg = drawing.current
    const turn = (event: WheelEvent) => {
      event.preventDefault() // the page would be zoomed or scrolled besides
      void zoomTo(getZoom() * 2 ** (-event.deltaY * ZOOM_A_TURN))
    }
    svg?.addEventListener('wheel', turn, { passive: false })
    return () => svg?.removeEventListener('wheel', turn)
  }, [zoomTo, getZoom])

  const view = { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom }
  const all = shown(map.bounds, view)
  const lookThere = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = all.x + ((event.clientX - box.x) / box.width) * all.width
    const y = all.y + ((event.clientY - box.y) / box.height) * all.height
    void setCenter(x, y, { zoom, duration: 0 })
  }

  return (
    <Panel position="bottom-right" className="react-flow__minimap" data-testid="rf__minimap">
      <svg
        ref={drawing}
        width={WIDTH}
        height={HEIGHT}
        viewBox={`${all.x} ${all.y} ${all.width} ${all.height}`}
        role="img"
        aria-label={t('minimap')}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          lookThere(event)
        }}
        onPointerMove={event => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) lookThere(event)
        }}
      >
        <Layers layers={map.layers} />
        <path className="react-flow__minimap-mask" d={`${rectangle(all)} ${rectangle(view)}`} fillRule="evenodd" />
      </svg>
    </Panel>
  )
}
