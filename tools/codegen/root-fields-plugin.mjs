const ROOTS = ['Query', 'Mutation', 'Subscription'];

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** For the API: the root fields with their argument types, so that the compiler requires a row for each in a table. */
export function plugin(schema) {
  const imports = [];
  const blocks = ROOTS.map((root) => {
    const fields = Object.values(schema.getType(root)?.getFields() ?? {}).sort((a, b) => (a.name < b.name ? -1 : 1));
    const lines = fields.map(({ name, args }) => {
      if (args.length === 0) return `    readonly ${name}: object;`;
      const type = `${root}${capital(name)}Args`;
      imports.push(type);
      return `    readonly ${name}: ${type};`;
    });
    return `  readonly ${root}: {\n${lines.join('\n')}\n  };`;
  });
  return {
    prepend: [`import type { ${imports.join(', ')} } from './resolvers';\n`],
    content: `/** The arguments of every root field. */\nexport type RootFieldArgs = {\n${blocks.join('\n')}\n};\n`,
  };
}
