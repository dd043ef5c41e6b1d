import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { markdownNodes } from './markdown-nodes';

type RendererProps = { readonly text: string; readonly topHeading: 2 | 3 | 4 };

const TABLES = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

export function MarkdownRenderer({ text, topHeading }: RendererProps) {
  return markdownNodes(fromMarkdown(text, TABLES), topHeading);
}
