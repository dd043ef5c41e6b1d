import type { Terminal } from '../../terminal';
import type { WithdrawCommand } from '../parse-question';
import { ask } from './installation-client';
import { installationOf } from './installation-of';

type Answer =
  | { readonly __typename: 'WithdrawQuestionSuccess'; readonly isWithdrawn: boolean }
  | { readonly __typename: 'QuestionLoadedProblem' };

export const WITHDRAW = `mutation WithdrawQuestion($input: WithdrawQuestionInput!) {
  withdrawQuestion(input: $input) {
    __typename
    ... on WithdrawQuestionSuccess { isWithdrawn }
  }
}`;

/** Takes a question that was published out of its bank. Returns the exit code. */
export async function withdrawQuestion(command: WithdrawCommand, terminal: Terminal): Promise<number> {
  const installation = installationOf(command, terminal);
  const { slug, organization } = command;
  const input = { organization, slug };
  const { withdrawQuestion: answer } = await ask<{ withdrawQuestion: Answer }>(installation, WITHDRAW, { input });
  if (answer.__typename === 'QuestionLoadedProblem') {
    terminal.tell(`${slug} is in a bank that the installation loads from a directory. Remove it there, and restart.`);
    return 1;
  }
  terminal.print(
    answer.isWithdrawn
      ? `${slug}: withdrawn. Published assessments and running attempts keep it.\n`
      : `${slug}: the banks of "${organization}" have no such question, or no more.\n`,
  );
  return 0;
}
