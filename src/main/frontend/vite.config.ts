import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.AFTERFLOW_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': backend, '/sandbox/world': backend } },
  build: { emptyOutDir: true, manifest: true, target: 'es2022', chunkSizeWarningLimit: 700, assetsInlineLimit: 2048 },
  test: { environment: 'happy-dom', include: ['test/**/*.test.{ts,tsx}'], server: { deps: { inline: [/form-js/] } } },
});
