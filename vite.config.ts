import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const oneCopy = ["yjs", "y-protocols", "lib0", "react", "react-dom"];

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: ["da-DK", "en-US"] }), enforce: "pre" },
    tailwindcss(),
    remix(remixConfig),
  ],
  resolve: { dedupe: oneCopy },
  optimizeDeps: {
    include: ["yjs", "y-websocket", "y-protocols/awareness", "y-protocols/sync", "react-aria-components"],
  },
  server: { watch: { ignored: ["**/build/**", "**/data/**", "**/test-results/**"] } },
});
