import { createElement } from 'react';
import type { MailBlock, MailContent, RenderedMail } from './mail-content';
import { MailLayout } from './mail-layout';
import { plainTextOf } from './plain-text';

/** Characters that would end a header, or change the order of the characters around a name. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029]+/gu;

/** Composes HTML and plain text. Throws for a link that leads to another site. */
export async function renderMail(content: MailContent, publicUrl: string): Promise<RenderedMail> {
  const blocks = content.blocks.map(cleanBlock);
  for (const block of blocks) if (block.kind === 'button') refuseForeign(block.url, publicUrl);
  const subject = clean(content.subject);
  // With React's renderer, which nothing else needs at the start of the API.
  const { render } = await import('@react-email/render');
  return {
    subject,
    html: await render(createElement(MailLayout, { subject, blocks, publicUrl })),
    text: plainTextOf(blocks, publicUrl),
    attachments: content.attachments ?? [],
  };
}

const clean = (text: string): string => text.replace(UNSAFE, ' ').trim();

function cleanBlock(block: MailBlock): MailBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
      return { ...block, text: clean(block.text) };
    case 'button':
      return { ...block, label: clean(block.label) };
    case 'facts':
      return { ...block, facts: block.facts.map(({ name, value }) => ({ name: clean(name), value: clean(value) })) };
  }
}

function refuseForeign(url: string, publicUrl: string): void {
  if (URL.parse(url)?.origin !== new URL(publicUrl).origin) throw new Error('A mail links only to this site.');
}
