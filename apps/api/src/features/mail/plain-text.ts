import { LAYOUT_WORDS } from '../../messages/mail-layout';
import type { MailBlock } from './mail-content';

/** The message for readers that show no HTML: the same blocks in the same order. */
export function plainTextOf(blocks: readonly MailBlock[], publicUrl: string): string {
  return [...blocks.map(textOf), `-- \n${LAYOUT_WORDS.sentBy(publicUrl)}\n`].join('\n\n');
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.text;
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
    case 'code':
      return `    ${block.text}`;
  }
}
