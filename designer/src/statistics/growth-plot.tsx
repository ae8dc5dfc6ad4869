import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'

export interface GrowthBar {
  label: string
  [name: string]: string | number
}

interface GrowthPlotProps {
  rows: GrowthBar[]
  series: { name: string; label: string; color: string }[]
  sayNumber: (value: number) => string
}

/** One bar a day: who joined upwards, by source, and who left downwards. */
export default function GrowthPlot({ rows, series, sayNumber }: GrowthPlotProps) {
  return (
    <BarChart
      h={260}
      type="stacked"
      data={rows}
      dataKey="label"
      series={series}
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      gridColor="var(--line)"
      textColor="var(--muted)"
      tickLine="none"
      valueFormatter={value => sayNumber(Math.abs(value))}
      yAxisProps={{ allowDecimals: false, width: 40 }}
      barChartProps={{ margin: { top: 12 }, stackOffset: 'sign' }}
      barProps={{ isAnimationActive: false, maxBarSize: 40 }}
    />
  )
}
