import { ASSESSMENT } from '../../access/test-actors';
import { Inviter } from './test-inviting';

type Headers = Readonly<Record<string, string>>;

let inviter: Inviter;
let manager: Headers;
let recruiter: Headers;

beforeAll(async () => {
  inviter = await Inviter.start();
  [manager, recruiter] = [await inviter.headersOf('manager'), await inviter.headersOf('recruiter')];
});
afterAll(() => inviter.api.stop());

const download = (headers: Headers, query = '') =>
  fetch(`${inviter.api.url}/exports/candidate-invitations.csv?assessmentId=${ASSESSMENT.id}${query}`, {
    headers: { ...headers },
  });
const linesOf = async (answer: Response): Promise<readonly string[]> => (await answer.text()).trim().split('\n');

const person = (email: string, name: string, more: object = {}) => ({ email, name, ...more });

test('the table is downloaded with every page, and without a cell that a spreadsheet would run', async () => {
  const many = Array.from({ length: 150 }, (_, n) => person(`many${n}@pages.example`, `Many ${n}`));
  await inviter.invite(many);
  await inviter.invite([
    ...many,
    person('+44@cells.example', "@SUM(1+1)*cmd|' /C calc'!A0"),
    person('plain@cells.example', '-2+3 cells', { allowance: { extraTime: 0.25, breakMinutes: 10 } }),
  ]);
  const answer = await download(manager);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="invitations-one\.csv"$/);
  const [header, ...all] = await linesOf(answer);
  expect(header).toMatch(/name,email,status,.*earned,possible,pending,extraTimePercent,breakMinutes,link$/);
  expect(all.filter((line) => line.includes('@pages.example'))).toHaveLength(150);
  const cells = all.filter((line) => line.includes('@cells.example')).sort();
  expect(cells.map((line) => line.split(',')[0])).toEqual(["'-2+3 cells", "'@SUM(1+1)*cmd|' /C calc'!A0"]);
  expect(cells.map((line) => line.split(',')[1])).toEqual(['plain@cells.example', "'+44@cells.example"]);
  expect(cells[0]).toMatch(/,25,10,https?:\S+\/i\/[\w-]{43}$/);
});

test('the file has the rows of the filter', async () => {
  await inviter.invite([person('kept@filter.example', 'Kept Filter'), person('gone@filter.example', 'Gone Filter')]);
  const { invitations } = await inviter.invite([person('third@filter.example', 'Third Filter')]);
  await inviter.act('withdrawCandidateInvitations', { invitationIds: [invitations[0]?.id] });
  const rows = async (query: string) => (await linesOf(await download(manager, query))).slice(1);
  expect(await rows('&text=filter')).toHaveLength(3);
  expect(await rows('&text=filter&status=INVITED&status=OPENED')).toHaveLength(2);
  expect(await rows('&text=filter&status=WITHDRAWN')).toEqual([expect.stringContaining('third@filter.example')]);
  expect(await rows('&text=filter&isUndelivered=true')).toEqual([]);
});

test('a recruiter gets neither links nor extra time, and an author gets no file', async () => {
  const [header, row] = await linesOf(await download(recruiter, '&text=plain@cells'));
  expect(header).toMatch(/,pending$/);
  expect(row).not.toContain('/i/');
  expect((await download(await inviter.headersOf('author'))).status).toBe(404);
});

test('each download is in the audit', async () => {
  const count = `select count(*)::int as n from audit where act = 'candidate_invitations.exported' and object_id = $1`;
  const counted = async () => (await inviter.api.dataSource.query<{ n: number }[]>(count, [ASSESSMENT.id]))[0]?.n ?? 0;
  const before = await counted();
  await (await download(recruiter)).text();
  expect(await counted()).toBe(before + 1);
});
