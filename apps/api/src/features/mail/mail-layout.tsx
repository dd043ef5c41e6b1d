import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { LANGUAGE, LAYOUT_WORDS } from '../../messages/mail-layout';
import type { MailBlock } from './mail-content';
import { DARK_STYLE, STYLE } from './mail-style';

type Props = { readonly subject: string; readonly blocks: readonly MailBlock[]; readonly publicUrl: string };

/** The frame of every message. Nothing in it is fetched: no pictures, no fonts. */
export function MailLayout({ subject, blocks, publicUrl }: Props) {
  return (
    <Html lang={LANGUAGE} dir="ltr">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_STYLE}</style>
      </Head>
      <Body className="page" style={STYLE.page}>
        <Preview>{previewOf(blocks) ?? subject}</Preview>
        <Container className="card" style={STYLE.card}>
          {blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
          <Hr className="rule" style={STYLE.rule} />
          <Text className="faint" style={STYLE.faint}>
            {LAYOUT_WORDS.sentBy(publicUrl)}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** What a mail program shows beside the subject. */
const previewOf = (blocks: readonly MailBlock[]): string | undefined =>
  blocks.find((block) => block.kind === 'paragraph')?.text;

function Block({ block }: { readonly block: MailBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <Text style={STYLE.text}>{block.text}</Text>;
    case 'heading':
      return (
        <Heading as="h1" style={STYLE.heading}>
          {block.text}
        </Heading>
      );
    case 'button':
      return <LinkButton label={block.label} url={block.url} />;
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'code':
      return (
        <Text className="code" style={STYLE.code}>
          {block.text}
        </Text>
      );
  }
}

/** The address is readable too, for programs that open no links, and so that it can be checked before it is opened. */
function LinkButton({ label, url }: { readonly label: string; readonly url: string }) {
  return (
    <Section style={STYLE.section}>
      <Button href={url} className="button" style={STYLE.button}>
        {label}
      </Button>
      <Text className="faint" style={STYLE.faint}>
        {LAYOUT_WORDS.orOpen}{' '}
        <a href={url} className="link" style={STYLE.link}>
          {url}
        </a>
      </Text>
    </Section>
  );
}

function Facts({ facts }: { readonly facts: readonly { readonly name: string; readonly value: string }[] }) {
  return (
    <table style={STYLE.facts} cellPadding={0} cellSpacing={0}>
      <tbody>
        {facts.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row" className="faint" style={STYLE.factName}>
              {name}
            </th>
            <td style={STYLE.factValue}>
              <bdi>{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
