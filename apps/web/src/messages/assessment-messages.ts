import { createContext, use } from 'react';
import { assessments } from './en/assessments';
import { builder } from './en/builder';
import { candidateInvitations } from './en/candidate-invitations';

const en = { assessments, builder, candidateInvitations };

export type AssessmentMessages = typeof en;

const Context = createContext<AssessmentMessages>(en);

/** The texts of the pages that build, publish and send assessments. A candidate does not load them. */
export function useAssessmentMessages(): AssessmentMessages {
  return use(Context);
}
