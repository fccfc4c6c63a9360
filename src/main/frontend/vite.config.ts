import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.AFTERFLOW_BACKEND ?? 'http://localhost:8080';
// the back end takes browsers' requests from its own address only
const toBackend = { target: backend, changeOrigin: true, headers: { origin: backend } };

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': toBackend, '^/sandbox/.+': toBackend } },
  build: {
    emptyOutDir: true, manifest: true, target: 'es2022', chunkSizeWarningLimit: 700, assetsInlineLimit: 2048,
    rolldownOptions: {
      // the kit's parts do nothing but define themselves: what no screen uses (its own forms) stays out
      treeshake: { moduleSideEffects: [{ test: /[\\/]@rc-component[\\/]/, sideEffects: false }] },
      // an icon alone is smaller than what a file of its own costs
      output: { codeSplitting: { groups: [{ name: 'icons', test: /[\\/]@ant-design[\\/]icons/, minShareCount: 2 }] } },
    },
  },
  test: { environment: 'happy-dom', include: ['test/**/*.test.{ts,tsx}'], server: { deps: { inline: [/form-js/] } } },
});
