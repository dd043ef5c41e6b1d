import 'katex/dist/katex.css';
import Markdown from 'react-markdown';
import katex from 'rehype-katex';
import gfm from 'remark-gfm';
import math from 'remark-math';
import { componentsFor } from './markdown-components';
import type { RendererProps } from './markdown-plain';

const REMARK = [gfm, math];
// Author text may define no macros, reach no URL and grow no larger than a page.
const REHYPE: [[typeof katex, { trust: false; strict: 'ignore'; maxExpand: number; maxSize: number }]] = [
  [katex, { trust: false, strict: 'ignore', maxExpand: 200, maxSize: 20 }],
];

export function MarkdownMaths({ text, topHeading }: RendererProps) {
  return (
    <Markdown remarkPlugins={REMARK} rehypePlugins={REHYPE} components={componentsFor(topHeading)}>
      {text}
    </Markdown>
  );
}
