import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const runtime = process.env.PREGONER_URL ?? 'http://127.0.0.1:3000'
const proxy = {
  '/api': { target: runtime },
  '/webhooks': { target: runtime },
  '/open311': { target: runtime },
  '/socket.io': { target: runtime, ws: true },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy },
  preview: { proxy },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs comes in few files; everything else follows its page.
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
            { name: 'icons', test: /node_modules\/lucide-react\// },
            {
              name: 'base',
              test: /node_modules\/(?:zod|i18next|i18next-icu|react-i18next|intl-messageformat|@formatjs)\//,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1_200, // kB; the map alone is that large and loads only when it is opened
  },
})
