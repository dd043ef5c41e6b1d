import { useNavigate } from 'react-router';
import type { AssessmentWish } from '../../generated/operations';
import { onAnswer } from '../../platform/on-answer';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { CREATE } from './assessment-operations';

export type Origin = { readonly wish?: AssessmentWish; readonly templateId?: string };

/** Creates an assessment and opens it in the builder. */
export function useCreate() {
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const form = useFormErrors('new-assessment');
  const { act, isRunning, failure } = useAct(CREATE);
  const create = async (title: string, origin: Origin) => {
    if (!form.isComplete({ title })) return;
    const answer = (await act({ input: { organization: slug, title, ...origin } }))?.createAssessment;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => form.show(issues),
      CreateAssessmentSuccess: ({ assessment }) => navigate(`/o/${slug}/assessments/${assessment.id}/build`),
    });
  };
  return { form, create, isRunning, failure };
}
