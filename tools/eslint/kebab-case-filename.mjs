import { basename } from 'node:path';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const kebabCaseFilename = {
  meta: { type: 'layout', schema: [], messages: { name: 'File names must be kebab-case.role.ts; rename {{found}}.' } },
  create: (context) => ({
    Program(node) {
      const found = basename(context.filename);
      if (!KEBAB.test(found)) context.report({ node, messageId: 'name', data: { found } });
    },
  }),
};
