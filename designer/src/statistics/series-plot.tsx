import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import type { PlotLine } from './traffic-plots.tsx'

interface SeriesPlotProps {
  rows: { label: string }[]
  lines: PlotLine[]
}

/** Bars side by side over time. */
export default function SeriesPlot({ rows, lines }: SeriesPlotProps) {
  return (
    <BarChart
      h={260}
      data={rows}
      dataKey="label"
      series={lines}
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      gridColor="var(--line)"
      textColor="var(--muted)"
      tickLine="none"
      valueFormatter={value => String(value)}
      yAxisProps={{ allowDecimals: false, width: 40 }}
      barChartProps={{ margin: { top: 12 } }}
      barProps={{ isAnimationActive: false }}
    />
  )
}
