import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { BankIssue } from './bundle';
import { checkTextFile } from './check-text-file';
import { commentTraps, escapeTraps, type Trap } from './yaml-traps';
import { parseMessage, shapeMessage } from './yaml-words';

export type YamlPath = readonly PropertyKey[];

/** A file that is valid by its schema, with a function from a path to an issue with its line. */
export type YamlFile<T> = {
  readonly value: T;
  readonly issueAt: (path: YamlPath, message: string) => BankIssue;
};

/** A valid file may have issues too: warnings that do not keep it from being read. */
export type ReadYaml<T> = { readonly file: YamlFile<T> | null; readonly issues: readonly BankIssue[] };

/** Reads one YAML file by its schema. An issue has its line and says what to do. */
export function readYaml<T>(path: string, text: string, schema: z.ZodType<T>): ReadYaml<T> {
  const unfit = checkTextFile(path, text);
  if (unfit.length > 0) return { file: null, issues: unfit };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => ({
      file: path,
      line: lines.linePos(error.pos[0]).line,
      message: parseMessage(error),
    }));
    return { file: null, issues };
  }
  const issuesOf = (traps: readonly Trap[]) =>
    traps.map(({ offset, message }) => ({ file: path, line: lines.linePos(offset).line, message }));
  const escapes = issuesOf(escapeTraps(document, text));
  if (escapes.length > 0) return { file: null, issues: escapes };
  const content = contentOf(document);
  if (!content.ok) return { file: null, issues: [{ file: path, message: content.message }] };
  const parsed = schema.safeParse(content.value);
  const issueAt = (at: YamlPath, message: string): BankIssue => {
    const line = lineOf(document, lines, at);
    return { file: path, ...(line === undefined ? {} : { line }), message };
  };
  if (content.value === null) return { file: null, issues: [{ file: path, message: 'the file is empty; write it' }] };
  if (parsed.success) return { file: { value: parsed.data, issueAt }, issues: issuesOf(commentTraps(document, text)) };
  return { file: null, issues: parsed.error.issues.flatMap((issue) => told(issue, content.value, issueAt)) };
}

type Content = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** The library throws if aliases expand to too many nodes (a "billion laughs" attack). */
function contentOf(document: Document): Content {
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'cannot be read' };
  }
}

function told(issue: z.core.$ZodIssue, content: unknown, issueAt: YamlFile<unknown>['issueAt']): readonly BankIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => issueAt([...issue.path, key], `"${key}" is not known here; ${adviceOn(key)}`));
  }
  const name = issue.path.length === 0 ? 'the file' : `"${issue.path.join('.')}"`;
  if (issue.code === 'invalid_union' && issue.errors.length === 0) {
    return [issueAt(issue.path, `${name} is missing or not a known value; see the format of question.yaml`)];
  }
  if (valueAt(content, issue.path) === undefined) return [issueAt(issue.path, `${name} is missing; add it`)];
  return [issueAt(issue.path, `${name}${shapeMessage(issue, valueAt(content, issue.path))}`)];
}

/** In a flow mapping a comma ends a value, so the text after it is parsed as a key. */
function adviceOn(key: string): string {
  return /\s/.test(key) ? 'within { } put quotes around a text with a comma' : 'remove it or correct the spelling';
}

function valueAt(content: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined | null)?.[key], content);
}

/** The line of a path, or of its nearest existing ancestor. */
function lineOf(document: Document, lines: LineCounter, path: YamlPath): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return undefined;
}

/** The offset of the key; its value may begin on a later line. */
function offsetOf(document: Document, path: YamlPath): number | undefined {
  const key = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  if (key === undefined || !isMap(parent)) return startOf(nodeAt(document, path));
  return startOf(parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))?.key);
}

function nodeAt(document: Document, path: YamlPath): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
