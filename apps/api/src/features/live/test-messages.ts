import { randomUUID } from 'node:crypto';
import type { GraphQLClient } from '@holdout/testing';

const SEND = `mutation ($input: SendAttemptMessageInput!) { sendAttemptMessage(input: $input) { __typename
  ... on SendAttemptMessageSuccess { sentCount } ... on InvalidInputProblem { issues { field code limit } } } }`;
const CLOSE = `mutation ($input: CloseHelpCallsInput!) { closeHelpCalls(input: $input) {
  ... on CloseHelpCallsSuccess { closedCount } } }`;
const CALL = `mutation ($input: CallForHelpInput!) { callForHelp(input: $input) { __typename
  ... on CallForHelpSuccess { attempt { messages { kind text answeredAt } } }
  ... on InvalidInputProblem { issues { field code limit } } } }`;
const READ = `mutation ($input: ReadMessagesInput!) { readMessages(input: $input) { __typename
  ... on ReadMessagesSuccess { messages { id readAt } } } }`;
const MESSAGES = `query ($id: ID!) { attempt(id: $id) {
  messages { id kind text isToAll sentAt readAt answeredAt } unreadMessages { id text } } }`;

type Message = { readonly id: string; readonly kind: string; readonly text: string; readonly readAt: string | null };
export type Messages = { readonly messages: readonly Message[]; readonly unreadMessages: readonly Message[] };

export const callForHelp = async (client: GraphQLClient, attemptId: string, text?: string) =>
  (await client.ask<{ callForHelp: object }>(CALL, { input: { attemptId, text } })).callForHelp;

export const messagesOf = async (client: GraphQLClient, id: string) =>
  (await client.ask<{ attempt: Messages }>(MESSAGES, { id })).attempt;

export const readMessages = async (client: GraphQLClient, attemptId: string, messageIds: readonly string[]) =>
  (await client.ask<{ readMessages: object }>(READ, { input: { attemptId, messageIds } })).readMessages;

type Sending = {
  readonly assessmentId: string;
  readonly invitationIds?: readonly string[] | null;
  readonly text?: string;
  readonly sendingId?: string;
  readonly time?: { readonly minutes: number; readonly reason: string };
};

const inputOf = ({ invitationIds = null, text = 'A message.', sendingId = randomUUID(), ...rest }: Sending) => ({
  input: { ...rest, invitationIds, text, sendingId },
});

export const send = async (client: GraphQLClient, sending: Sending) =>
  (await client.ask<{ sendAttemptMessage: object }>(SEND, inputOf(sending))).sendAttemptMessage;

export const sendingRefused = (client: GraphQLClient, sending: Sending) => client.refusal(SEND, inputOf(sending));

export const closeCalls = async (client: GraphQLClient, assessmentId: string, invitationIds: readonly string[]) =>
  (await client.ask<{ closeHelpCalls: object }>(CLOSE, { input: { assessmentId, invitationIds } })).closeHelpCalls;
