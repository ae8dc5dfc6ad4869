import 'maplibre-gl/dist/maplibre-gl.css'
import type { IncidentSummary } from '@pregoner/shared'
import { Flame, Maximize, Minus, Plus } from 'lucide-react'
import { Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useGeography } from '../api/geography.ts'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { geographyWords } from './geography-words.ts'
import styles from './map.module.css'
import { boundsOf, gridLines } from './map-grid.ts'
import { drawDistricts, drawHeat } from './map-ground.ts'
import { pointsOn } from './map-points.ts'
import type { MapSpot } from './spots.ts'
import { deskWords } from './words.ts'

setWorkerUrl(workerUrl) // under Vite the worker is not found by itself

const nothing = { type: 'FeatureCollection' as const, features: [] }
const MAX_ZOOM = 18

interface IncidentMapProps {
  spots: MapSpot[]
  /** Whether they have been read. */
  isKnown: boolean
  /** Whether there are more than the map shows. */
  isCut: boolean
  /** Those whose words are known. */
  known: readonly IncidentSummary[]
  openId: string
  pathOf: (id: string) => string
}

/** All that the list's filter matches as dots where they happened. No tiles: nothing is asked of anybody else's server. */
export default function IncidentMap({ spots, isKnown, isCut, known, openId, pathOf }: IncidentMapProps) {
  const t = useWords(deskWords)
  const g = useWords(geographyWords)
  const districts = useGeography(useTownKey()).data?.districts
  const [isHeat, setIsHeat] = useState(false)
  const navigate = useNavigate()
  const host = useRef<HTMLDivElement>(null)
  const map = useRef<MapLibre | null>(null)
  const [state, setState] = useState<'starting' | 'ready' | 'failed'>('starting')
  const points = useMemo(() => spots.map(({ at }) => at), [spots])
  const drawn = useRef<ReturnType<typeof pointsOn>>(null)
  const wordsOf = useEffectEvent(({ id, reference, status }: MapSpot) => {
    const words = known.find(incident => incident.id === id)?.summary
    return `${reference}: ${words || t(`status.${status}`)}`
  })
  const open = useEffectEvent((id: string) => void navigate(pathOf(id)))
  const clusterLabel = useEffectEvent((count: number) => t('cluster', { count }))

  useEffect(() => {
    if (!host.current) return
    try {
      const drawn = new MapLibre({
        container: host.current,
        style: { version: 8, sources: { grid: { type: 'geojson', data: nothing } }, layers: [] },
        attributionControl: false,
        maxZoom: MAX_ZOOM,
        dragRotate: false,
        pitchWithRotate: false,
      })
      drawn.touchZoomRotate.disableRotation()
      drawn.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
      drawn.on('load', () => {
        drawn.addLayer({
          id: 'grid',
          type: 'line',
          source: 'grid',
          paint: { 'line-color': lineColour(), 'line-width': 1 },
        })
        setState('ready')
      })
      map.current = drawn
      return () => {
        map.current = null
        drawn.remove()
      }
    } catch {
      setState('failed') // no WebGL; the list beside says all of it
    }
  }, [])

  const fit = useCallback(() => {
    const bounds = boundsOf(points)
    if (bounds)
      map.current?.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], { padding: 32, duration: 0 })
  }, [points])

  const isFitted = useRef(false)
  useEffect(() => {
    if (state !== 'ready' || isFitted.current || points.length === 0) return
    isFitted.current = true
    fit()
  }, [state, points, fit])

  useEffect(() => {
    const shown = map.current
    if (!shown || state !== 'ready') return
    const drawGrid = () => {
      const box = shown.getBounds()
      const lines = gridLines({
        west: box.getWest(),
        south: box.getSouth(),
        east: box.getEast(),
        north: box.getNorth(),
      })
      const source = shown.getSource<import('maplibre-gl').GeoJSONSource>('grid')
      source?.setData({ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } })
      shown.setPaintProperty('grid', 'line-color', lineColour())
    }
    drawGrid()
    shown.on('moveend', drawGrid)
    return () => {
      shown.off('moveend', drawGrid)
    }
  }, [state])

  useEffect(() => {
    const shown = map.current
    if (!shown || state !== 'ready' || isHeat) return
    const points = pointsOn(shown, {
      wordsOf: spot => wordsOf(spot),
      onOpen: id => open(id),
      clusterLabel: count => clusterLabel(count),
      classes: { dot: styles.dot ?? '', cluster: styles.cluster ?? '' },
    })
    drawn.current = points
    return () => {
      drawn.current = null
      points.remove()
    }
  }, [state, isHeat])
  useEffect(() => {
    if (state === 'ready' && !isHeat) drawn.current?.show(spots, openId)
  }, [state, isHeat, spots, openId])
  useEffect(() => {
    const shown = map.current
    if (shown && state === 'ready' && isHeat) return drawHeat(shown, points)
  }, [state, isHeat, points])

  useEffect(() => {
    const shown = map.current
    if (!shown || state !== 'ready' || !districts?.length) return
    return drawDistricts(shown, districts, styles.district ?? '')
  }, [state, districts])

  const isStarting = state === 'starting' || !isKnown
  if (state === 'failed') return <p className={styles.note}>{t('mapFailed')}</p>
  return (
    <div className={styles.area}>
      <div ref={host} className={styles.map} data-state={points.length === 0 ? 'starting' : state} />
      {points.length > 0 && (
        <div className={styles.controls}>
          <button type="button" aria-label={t('zoomIn')} onClick={() => map.current?.zoomIn()}>
            <Plus size={18} aria-hidden="true" />
          </button>
          <button type="button" aria-label={t('zoomOut')} onClick={() => map.current?.zoomOut()}>
            <Minus size={18} aria-hidden="true" />
          </button>
          <button type="button" aria-label={t('showAll')} onClick={fit}>
            <Maximize size={18} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label={g('heat')}
            title={g('heat')}
            aria-pressed={isHeat}
            onClick={() => setIsHeat(!isHeat)}
          >
            <Flame size={18} aria-hidden="true" />
          </button>
        </div>
      )}
      <p className={isStarting || points.length === 0 ? styles.nothing : styles.help}>
        {isStarting ? t('mapStarting') : t(points.length === 0 ? 'mapEmpty' : 'mapHelp')}
        {isCut && ` ${t('mapCut')}`}
      </p>
    </div>
  )
}

const lineColour = () => getComputedStyle(document.documentElement).getPropertyValue('--line').trim() || 'gray'
