/** The arrows of docs/architecture.md as rules: server → app/http, db, domain · app → db (only *.server.ts), domain · db → domain. */

/** A folder that may import only itself and the listed paths. */
const only = (name, from, ...mayImport) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { pathNot: [from, ...mayImport] },
});
const never = (name, from, to) => ({ name, severity: "error", from, to });
const npm = (names) => `^node_modules/(@types/)?(${names})/`;

module.exports = {
  forbidden: [
    only("domain-is-pure", "^domain/(?!board-doc/)"),
    only(
      "board-doc-knows-domain-and-yjs",
      "^domain/board-doc/",
      "^domain/",
      npm("yjs|y-protocols|lib0|fractional-indexing"),
    ),
    only("db-knows-domain", "^db/", "^domain/", npm("drizzle-orm|better-sqlite3"), "^(node:)?(fs|path|url|zlib)$"),
    never("app-never-imports-server", { path: "^app/" }, { path: "^server/" }),
    never("server-never-imports-screens", { path: "^server/" }, { path: "^app/(routes|components)/" }),
    never(
      "tables-only-through-queries",
      { path: "^(app|server)/", pathNot: "\\.test\\.tsx?$" },
      { path: "^db/schema/" },
    ),
    never(
      "db-only-from-dot-server-files",
      { path: "^app/", pathNot: "\\.(server|test)\\.tsx?$" },
      { path: "^db/", dependencyTypesNot: ["type-only"] },
    ),
    never("components-take-props", { path: "^app/components/" }, { path: "^(app/routes|domain/board-doc|db|server)/" }),
    // A test may hold two screens to the same numbers.
    never(
      "screens-do-not-import-screens",
      { path: "^app/routes/([^/]+)/", pathNot: "\\.test\\.tsx?$" },
      { path: "^app/routes/", pathNot: "^app/routes/$1/" },
    ),
    // The bench runs the same built product as the browser tests do.
    never("no-import-of-tests", { pathNot: "^(tests|bench)/|\\.test\\.tsx?$" }, { path: "^tests/|\\.test\\.tsx?$" }),
    never("no-circular", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    never("no-unresolved", {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|test-results)/" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
