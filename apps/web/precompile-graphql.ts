import { parse } from 'graphql';
import type { Plugin } from 'vite';

const TEMPLATE = /\bgql`([^`]*)`/g;
const SPREAD = /\$\{([A-Za-z_$][\w$]*)\}/g;

/** Drops a fragment that two others both bring along. */
const ONCE = '.filter((one, at, all) => all.findIndex((other) => other.name.value === one.name.value) === at)';

function compiled(template: string): string {
  const fragments = [...template.matchAll(SPREAD)].map(([, name = '']) => `...${name}.definitions`);
  const { definitions } = parse(template.replace(SPREAD, ''), { noLocation: true });
  const own = JSON.stringify(definitions);
  if (fragments.length === 0) return `({ kind: 'Document', definitions: ${own} })`;
  return `({ kind: 'Document', definitions: [...${own}, ${fragments.join(', ')}]${ONCE} })`;
}

/** Parses every gql template at build time, so that no visitor's browser loads a GraphQL parser. */
export function precompileGraphql(): Plugin {
  return {
    name: 'precompile-graphql',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/apps\/web\/src\/.*\.tsx?$/, code: 'gql`' },
      handler: (code) => ({ code: code.replace(TEMPLATE, (_all, template: string) => compiled(template)), map: null }),
    },
  };
}
