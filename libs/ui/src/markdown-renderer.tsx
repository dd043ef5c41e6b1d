import Markdown from 'react-markdown';
import gfm from 'remark-gfm';
import { componentsFor } from './markdown-components';

type RendererProps = { readonly text: string; readonly topHeading: 2 | 3 | 4 };

const PLUGINS = [gfm];

export function MarkdownRenderer({ text, topHeading }: RendererProps) {
  return (
    <Markdown remarkPlugins={PLUGINS} components={componentsFor(topHeading)}>
      {text}
    </Markdown>
  );
}
