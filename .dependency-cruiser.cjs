// Which way imports may point; the numbers are those of docs/style.md, "Doors and tiers".
// The tier of a module is one line in tools/tidy/tiers.json.
const tiers = require('./tools/tidy/tiers.json');

const modulesFrom = (tier) => Object.keys(tiers).filter((name) => tiers[name] >= tier);
const oneOf = (names) => `(${names.join('|')})`;
const doors = '/(index|contract|admin-contract|core/index)\\.ts$';
const tests = '\\.test\\.tsx?$';

/** Rule 2, once per tier: a module imports lower tiers only, never its own. */
const downward = [1, 2, 3, 4, 5].map((tier) => {
  const here = Object.keys(tiers).filter((name) => tiers[name] === tier);
  return {
    name: `2-downward-tier-${tier}`,
    comment: 'A module imports lower tiers only; what happens above is told by an event.',
    severity: 'error',
    from: { path: `^src/modules/${oneOf(here)}/`, pathNot: tests },
    to: { path: `^src/modules/${oneOf(modulesFrom(tier))}/`, pathNot: '^src/modules/$1/' },
  };
});

module.exports = {
  forbidden: [
    {
      name: '1-doors-of-modules',
      comment:
        'A module is entered by index.ts, core/index.ts, contract.ts, admin-contract.ts only.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: tests },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/$1/', `^src/modules/[^/]+${doors}`],
      },
    },
    {
      name: '1-doors-of-modules-in-tests',
      comment: 'A test of routes may mount the routes that it signs in through.',
      severity: 'error',
      from: { path: `^src/modules/([^/]+)/.*${tests}` },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/$1/', `^src/modules/[^/]+${doors}`, '/(admin-)?routes\\.ts$'],
      },
    },
    {
      name: '1-doors-from-outside',
      comment:
        'Everything outside the modules uses the doors too; app.ts also mounts their tables.',
      severity: 'error',
      from: {
        path: '^(src/(?!modules/)|web/|tests/|tools/|bench/|db/)',
        pathNot: '^src/app(\\.ts$|/)',
      },
      to: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/[^/]+${doors}` },
    },
    {
      name: '1-app-mounts-tables-only',
      comment:
        'app.ts and app/ know every module by its doors, routes, jobs and events, and no deeper.',
      severity: 'error',
      from: { path: '^src/app(\\.ts$|/)' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: [`^src/modules/[^/]+${doors}`, '/((admin-)?routes|events|jobs/index)\\.ts$'],
      },
    },
    ...downward,
    {
      name: '4-core-is-pure',
      comment:
        'core/ imports shared/, its own core and wire shapes, and the core/index.ts of lower modules.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/core/', pathNot: tests },
      to: {
        pathNot: [
          '^src/shared/',
          '^src/modules/$1/core/',
          '^src/modules/$1/(admin-)?contract\\.ts$',
          '^src/modules/[^/]+/core/index\\.ts$',
          'node_modules/typebox/',
        ],
      },
    },
    {
      name: '4-sql-knows-no-stories',
      comment: 'Inside a module: core ← sql ← stories ← routes, jobs.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/sql/', pathNot: tests },
      to: {
        path: '^src/modules/$1/',
        pathNot: '^src/modules/$1/(sql|core|contract\\.ts|admin-contract\\.ts)',
      },
    },
    {
      name: '4-stories-know-no-routes',
      comment:
        'Routes are handed out by the door and mounted by the application; stories never look up.',
      severity: 'error',
      from: {
        path: '^src/modules/',
        pathNot: [tests, '/index\\.ts$', '/(admin-)?routes[^/]*\\.ts$', '/routes/'],
      },
      to: { path: '^src/modules/[^/]+/(admin-)?routes\\.ts$' },
    },
    {
      name: '6-contracts-are-plain',
      comment:
        'A wire shape imports shared/ and the wire shapes of its module only, so that the browser and a till client can have it.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/(admin-)?contract(\\.ts$|/)' },
      to: {
        pathNot: [
          '^src/shared/',
          '^src/modules/$1/contract\\.ts$',
          '^src/modules/$1/(admin-)?contract/',
          'node_modules/typebox/',
        ],
      },
    },
    {
      name: '6-web-sees-contracts',
      comment: 'The browser gets shared/ and contracts, nothing else of the server.',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^src/',
        pathNot: ['^src/shared/', '^src/modules/[^/]+/(admin-)?contract\\.ts$'],
      },
    },
    {
      name: '6-web-layers',
      comment: 'kit ← pages ← app, one way; a page never imports a page of another section.',
      severity: 'error',
      from: { path: '^web/kit/' },
      to: { path: '^web/(admin|member)/' },
    },
    {
      name: '6-web-pages-are-apart',
      severity: 'error',
      from: { path: '^web/(admin|member)/pages/([^/]+)/' },
      to: { path: '^web/(admin|member)/pages/', pathNot: '^web/$1/pages/$2/' },
    },
    {
      name: '7-no-cycles',
      comment: 'Type-only cycles included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-the-ground',
      comment: 'shared/ runs in a browser too: no module, no plumbing, nothing of Node.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: tests },
      to: {
        pathNot: ['^src/shared/', 'node_modules/(typebox|temporal-polyfill|libphonenumber-js)/'],
      },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules/|app(\\.ts$|/)|boot\\.ts$|main\\.ts$|cli/)' },
    },
    {
      name: 'nobody-imports-the-top',
      comment: 'app.ts is built by main.ts and by the tests and tools that need the whole house.',
      severity: 'error',
      from: { path: '^src/(shared|platform|modules)/', pathNot: tests },
      to: { path: '^src/(app(\\.ts$|/)|boot\\.ts$|main\\.ts$|cli/)' },
    },
    {
      name: 'server-runs-on-dependencies',
      comment: 'What the server imports must survive npm ci --omit=dev.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|bun:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
