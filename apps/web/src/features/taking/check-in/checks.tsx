import { isProgram } from '../../../platform/kinds';
import { PageSection } from '../../../platform/page-section';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import { BrowserCheck } from './browser-check';
import type { CheckedIn } from './use-check-in';
import styles from './check-in.module.css';
import { ClockCheck } from './clock-check';
import { KeyboardCheck } from './keyboard-check';
import { NoRunCheck, RunCheck } from './run-check';
import { NoSaveCheck, SaveCheck } from './save-check';

type Begun = Extract<CheckedIn, { kind: 'begun' }>;

type Props = { readonly begun: Begun | null; readonly hasCode: boolean };

/** What needs the server, once it has answered. */
function ServerChecks({ begun: { begun, readings }, hasCode }: { readonly begun: Begun; readonly hasCode: boolean }) {
  const { trial } = begun;
  const code = trial?.items.find(isProgram);
  return (
    <>
      {trial === null ? <NoSaveCheck /> : <SaveCheck trial={trial} />}
      {code === undefined ? <NoRunCheck hasCode={hasCode} /> : <RunCheck item={code} />}
      <ClockCheck readings={readings} />
    </>
  );
}

/** Five checks of this browser and its connection. None of them keeps a person from starting. */
export function Checks({ begun, hasCode }: Props) {
  const words = useCandidateMessages().checkIn;
  return (
    <PageSection title={words.checks}>
      <ul className={styles['checks']}>
        <BrowserCheck hasCode={hasCode} />
        <KeyboardCheck />
        {begun === null ? null : <ServerChecks begun={begun} hasCode={hasCode} />}
      </ul>
    </PageSection>
  );
}
