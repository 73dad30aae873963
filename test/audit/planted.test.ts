import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../src/audit/checks.ts';
import { audit } from '../../src/cli/audit.ts';
import type { AuditedPicture, AuditReport } from '../../src/model/audit.ts';
import type { ArticleStatistics } from '../../src/model/statistics.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { printState } from '../../src/sandbox/state/print.ts';
import type { AuditParts } from '../../src/use-cases/audit/audit.ts';
import { readStatistics } from '../../src/use-cases/audit/statistics.ts';
import { type FaultyCentre, faultyCentre, now } from '../kit/faulty-centre.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';

const states: Readonly<Record<'large' | 'gone' | 'unknown', AuditedPicture>> = {
  large: { is: 'picture', bytes: 5_000_001 },
  gone: { is: 'broken', reason: 'answers 404' },
  unknown: { is: 'unknown', reason: 'did not answer in time' },
};

/** Audits a workspace as a person would, over HTTP. @param parts what is put in between besides */
async function audited({ world, pictures }: FaultyCentre, parts: AuditParts = {}): Promise<AuditReport> {
  const { dir } = await makeRepository({});
  const state = path.join(dir, 'workspace');
  await mkdir(state);
  await writeFile(path.join(state, 'state.json'), printState(world));
  const sandbox = await startSandbox({
    dir: state,
    address: 'https://help.example.com',
    rateLimit: 100_000,
    now: () => now * 1000,
  });
  try {
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const { host, printed } = inventHost(path.join(dir, '..'), { env });
    const options = { json: true, pictures: true, statistics: true };
    const code = await audit({ ...host, cwd: dir, now: () => now * 1000 }, options, {
      ...parts,
      askForPictures: async (_, addresses) =>
        new Map(
          addresses.flatMap((address) => {
            const is = pictures.get(address);
            return is === undefined ? [] : [[address, states[is]] as const];
          }),
        ),
    });
    expect(code).toBe(0);
    return JSON.parse(printed().stdout) as AuditReport;
  } finally {
    await sandbox.close();
  }
}

/** What readers did with the articles of a workspace, as Intercom says it of each. */
function readOf({ world }: FaultyCentre): ReadonlyMap<string, ArticleStatistics> {
  return new Map(
    [...world.articles.values()].flatMap(({ id, readership }) => {
      if (readership === undefined) return [];
      const { finInvolvements, finResolutions, ...read } = readership;
      return [[id, { ...read, fin: { involvements: finInvolvements, resolutions: finResolutions } }] as const];
    }),
  );
}

test('in a workspace of 2,000 articles every fault is found, and nothing else', async () => {
  const centre = faultyCentre(2_000);
  const known = readOf(centre);
  // Each is a request: those that nobody read are asked for, and some of the others.
  const asked: AuditParts['readStatistics'] = async (context, connection, { articles }) => {
    const some = articles.filter(({ id }, at) => known.get(id)?.views === 0 || at % 50 === 0);
    const ids = new Set(some.map(({ id }) => id));
    const { byId, ...rest } = await readStatistics(context, connection, { articles: some });
    return { byId: new Map([...[...known].filter(([id]) => !ids.has(id)), ...byId]), ...rest };
  };
  const { findings, counts } = await audited(centre, { readStatistics: asked });
  const found = findings.map(({ code, places: [{ id, locale }] }) => `${code} ${id} ${locale}`);
  expect(counts.articles).toBe(2_010);
  expect(found.toSorted()).toEqual(centre.expected);
  expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(checks.map(({ code }) => code).sort());
});
