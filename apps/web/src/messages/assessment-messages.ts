import { createContext, use } from 'react';
import { assessmentIssues, positions } from './en/assessment-issues';
import { assessments } from './en/assessments';
import { builder } from './en/builder';
import { candidateInvitations } from './en/candidate-invitations';

const en = { assessmentIssues, assessments, builder, candidateInvitations, positions };

export type AssessmentMessages = typeof en;

const Context = createContext<AssessmentMessages>(en);

/** The texts of the pages that build, publish and send assessments. A candidate does not load them. */
export function useAssessmentMessages(): AssessmentMessages {
  return use(Context);
}
