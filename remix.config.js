/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  // `remix vite:build` writes the pages here; build/server/index.js is our own server.
  serverBuildFile: "pages.js",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    unstable_optimizeDeps: true,
  },
};
