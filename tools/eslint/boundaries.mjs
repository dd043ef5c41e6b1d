const LAYERS = {
  domain: ['domain'],
  engine: ['domain', 'engine'],
  adapter: ['domain', 'engine', 'adapter'],
  ui: ['domain', 'ui'],
  store: ['domain'],
  worker: ['domain', 'engine', 'adapter'],
  app: ['domain', 'engine', 'adapter', 'store', 'ui'],
  testing: ['domain', 'engine', 'adapter', 'store', 'ui', 'testing'],
};
const RUNTIMES = { any: ['any'], browser: ['any', 'browser'], node: ['any', 'node'] };

/** Pure rules must not depend on a framework. */
const BANNED_IN_DOMAIN = ['@nestjs/*', 'typeorm', 'graphql', '@apollo/*', 'react'];

const tagged = (axis, values) => values.map((value) => `${axis}:${value}`);

/** The whole architecture in one rule: what may depend on what, by layer and by runtime. */
export function depConstraints({ forTests }) {
  const layers = Object.entries(LAYERS).map(([layer, may]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: tagged('layer', forTests ? [...may, 'testing'] : may),
    ...(layer === 'domain' ? { bannedExternalImports: BANNED_IN_DOMAIN } : {}),
  }));
  const runtimes = Object.entries(RUNTIMES).map(([runtime, may]) => ({
    sourceTag: `runtime:${runtime}`,
    onlyDependOnLibsWithTags: tagged('runtime', forTests ? [...may, 'node'] : may),
  }));
  return [...layers, ...runtimes];
}

export const boundaries = ({ forTests }) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    // A lib's tests use `testing`, which uses that lib: a cycle of projects, never one of modules.
    ignoredCircularDependencies: [['testing', '*']],
    depConstraints: depConstraints({ forTests }),
  },
];
