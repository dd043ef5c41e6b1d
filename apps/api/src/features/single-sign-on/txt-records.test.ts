import { TestDns } from '@holdout/testing';
import { TxtRecords } from './txt-records';

let dns: TestDns;
let records: TxtRecords;

beforeAll(async () => {
  dns = await TestDns.start();
  records = new TxtRecords({ dnsServers: [dns.address] });
});
afterAll(() => dns.stop());

test('the records of a name are read at the resolver of the settings, a long text as a whole', async () => {
  const long = 'x'.repeat(600);
  dns.zone.set('_holdout.one.example', ['v=other', long]);
  expect(await records.read('_holdout.one.example')).toEqual({ kind: 'found', texts: ['v=other', long] });
});

test('a name that does not exist and one without texts have none', async () => {
  dns.zone.set('_holdout.two.example', []);
  expect(await records.read('_holdout.nowhere.example')).toEqual({ kind: 'found', texts: [] });
  expect(await records.read('_holdout.two.example')).toEqual({ kind: 'found', texts: [] });
});

test('a resolver that fails says nothing about the record', async () => {
  dns.zone.set('_holdout.down.example', null);
  expect(await records.read('_holdout.down.example')).toEqual({ kind: 'failed' });
});
