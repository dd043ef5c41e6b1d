import { Kbd, Modal, Stack, Switch, Table, Title } from '@mantine/core';
import { useSingleKeysChoice } from './keys';
import { useUiMessages } from './ui-messages';

/** One line of the help: the keys, pressed together or in sequence, and their action. */
export type KeyHelp = { readonly keys: readonly string[]; readonly does: string };
export type KeyHelpSection = { readonly title: string; readonly lines: readonly KeyHelp[] };

export type HelpDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly sections: readonly KeyHelpSection[];
};

/** The keyboard shortcuts of Holdout, and the switch for single-key shortcuts. */
export function HelpDialogContent({ isOpen, onClose, sections }: HelpDialogProps) {
  const words = useUiMessages();
  const singleKeys = useSingleKeysChoice();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.keys.title}
      closeButtonProps={{ 'aria-label': words.close }}
      size="lg"
    >
      <Stack gap="lg">
        <Switch
          checked={singleKeys.isOn}
          onChange={(event) => singleKeys.turn(event.currentTarget.checked)}
          label={words.keys.singleKeys}
          description={words.keys.singleKeysWhy}
        />
        {sections.map((section) => (
          <section key={section.title}>
            <Title order={3} size="h4">
              {section.title}
            </Title>
            <Table verticalSpacing="xs">
              <Table.Tbody>
                {section.lines.map((line) => (
                  <Table.Tr key={line.does}>
                    <Table.Th scope="row" w="var(--ho-keys)" fw={400}>
                      {line.keys.map((key) => (
                        <Kbd key={key} mr="xs">
                          {key}
                        </Kbd>
                      ))}
                    </Table.Th>
                    <Table.Td>{line.does}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
