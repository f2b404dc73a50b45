import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const api = process.env.KOPILKA_API ?? 'http://127.0.0.1:8080';

/** Libraries that change rarely travel apart from our own code, so that a release re-downloads little. */
const vendors: readonly (readonly [name: string, test: RegExp])[] = [
  ['react', /node_modules[\\/](react|react-dom|scheduler)[\\/]/],
  ['mantine', /node_modules[\\/](@mantine|@floating-ui|clsx|react-remove-scroll)/],
  ['router', /node_modules[\\/]@tanstack[\\/]/],
  ['language', /node_modules[\\/](i18next|react-i18next)[\\/]/],
  ['time', /node_modules[\\/](temporal-polyfill|temporal-utils)[\\/]/],
];

export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  server: {
    proxy: {
      '/api': api,
      '/health': api,
      '/openapi.json': api,
      '/docs': api,
    },
  },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Small icons inlined as data: URLs would need a wider content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: vendors.map(([name, test]) => ({ name, test })) } },
    },
  },
});
