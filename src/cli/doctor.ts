import type { IntercomLooks } from '../intercom/index.ts';
import type { Host } from '../model/host.ts';
import type { Remote, Teammate } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { withCommas } from '../model/with-commas.ts';
import { formatDocument } from '../output/format.ts';
import { type Look, looksText } from '../report/looks-text.ts';
import { count } from '../report/paint.ts';
import { type Connection, connectLooks, regionFor } from '../use-cases/connect.ts';
import { type CommonOptions, type Context, makeContext } from '../use-cases/context.ts';
import {
  lookAtReading,
  lookAtRefused,
  lookAtRegion,
  lookAtToken,
  lookAtVersion,
  lookAtWriting,
  permission,
} from '../use-cases/doctor/access.ts';
import { lookAtHelpCentre } from '../use-cases/doctor/centres.ts';
import { lookAtAuthors, lookAtFacts, lookAtImages, lookAtLockfile } from '../use-cases/doctor/checks.ts';
import { failed, ok, warned, wrong } from '../use-cases/doctor/look.ts';
import { gatherSources, type Sources } from '../use-cases/sources.ts';
import { defaultSettings, isOwnAddress, regionThatOpens } from '../use-cases/wrong-region.ts';

/**
 * `helpcentre doctor`: looks at everything that publishing needs, and says for each thing that it is all right, or
 * what to do. Changes nothing.
 *
 * @param open connects to a workspace
 * @returns 0, or 1 when something keeps publishing from working
 */
export async function doctor(
  host: Host,
  options: CommonOptions,
  open: typeof connectLooks = connectLooks,
): Promise<number> {
  const context = makeContext(host, options);
  const looks = await looksOf(context, open);
  const isWell = looks.every(({ state }) => state !== 'error');
  if (options.json === true) context.print(formatDocument('doctor', { ok: isWell, checks: looks }));
  else {
    context.print(looksText(looks, context.paint, Math.min(host.stdout.columns, 120)));
    if (!isWell) context.print(`\n${reasonOf(looks)}\n`);
  }
  return isWell ? 0 : 1;
}

/** Looks at everything that publishing needs; nothing is printed. */
export async function looksOf(context: Context, open: typeof connectLooks = connectLooks): Promise<readonly Look[]> {
  const { look, sources } = await lookAtConfiguration(context);
  return [look, ...(await lookAtIntercom(context, sources, open))];
}

/** Which of them failed, in one line. */
export function reasonOf(looks: readonly Look[]): string {
  const bad = looks.filter(({ state }) => state === 'error').map(({ name }) => name);
  return `${count(bad.length, 'check')} failed: ${bad.join(', ')}`;
}

async function lookAtConfiguration(context: Context): Promise<{ look: Look; sources: Sources | null }> {
  const name = 'configuration';
  const result = await gatherSources(context);
  if (!result.ok) {
    const [first] = result.problems;
    const at = first?.place === undefined ? '' : `${first.place.file}:${first.place.line}: `;
    const more = first?.code === 'no-configuration' ? ' "helpcentre init" writes one.' : '';
    return { look: wrong(name, `${at}${first?.message}`, `${first?.help}${more}`), sources: null };
  }
  const { sources } = result;
  const errors = sources.problems.filter(({ severity }) => severity === 'error').length;
  const found = `${count(sources.repository.sources.length, 'source')} in "${sources.repository.root}"`;
  if (errors === 0) return { look: ok(name, found), sources };
  const help = 'Run "helpcentre check": it lists each one with its place.';
  return { look: warned(name, `${found}, with ${count(errors, 'error')}`, help), sources };
}

/** What is looked at when connecting, by what is wrong. */
const lookNames: Readonly<Record<string, string>> = { 'bad-region': 'region', 'which-target': 'target' };

async function lookAtIntercom(
  context: Context,
  sources: Sources | null,
  open: typeof connectLooks,
): Promise<readonly Look[]> {
  // Whose token it would be nobody knows.
  if (sources === null && context.options.target !== undefined) return [];
  let connection: Connection<IntercomLooks>;
  const configured = sources?.settings ?? defaultSettings();
  const folder = sources?.folder ?? context.cwd;
  try {
    connection = await open(context, configured, folder);
  } catch (error) {
    return [failed(lookNames[error instanceof UsageError ? error.code : ''] ?? 'token', error)];
  }
  try {
    const settings = { ...configured, region: regionFor(context, configured) };
    const workspace = await connection.client.me().catch((error: unknown) => ({ error }));
    if (!('error' in workspace)) return await lookAround(context, connection, workspace, settings, sources);
    return [
      lookAtRefused(
        workspace.error,
        await regionThatOpens(context, connection, settings, workspace.error, open),
        settings,
      ),
    ];
  } finally {
    await connection.close();
  }
}

async function lookAround(
  context: Context,
  connection: Connection<IntercomLooks>,
  workspace: Remote['workspace'],
  settings: Settings,
  sources: Sources | null,
): Promise<readonly Look[]> {
  const probe = connection.client;
  const teammates: readonly Teammate[] | Look = await probe
    .teammates()
    .catch((error: unknown) => failed('authors', error, permission('read admins')));
  const token = lookAtToken(workspace, 'state' in teammates ? null : teammates, settings);
  // What another workspace than the target's has is nobody's question.
  if (token.state === 'error') return [token];
  const looks = [
    token,
    lookAtRegion(workspace, settings, isOwnAddress(context, connection)),
    lookAtVersion(settings.apiVersion),
    await lookAtReading(probe, sources),
    await lookAtWriting(probe),
    await lookAtHelpCentre(probe, settings, sources),
    'state' in teammates ? teammates : lookAtAuthors(teammates, settings, sources),
    await lookAtLockfile(context, connection, workspace, settings),
    await lookAtFacts(connection, workspace),
    ...(await lookAtImages(context, connection, workspace, sources)),
  ];
  const rate = probe.rate();
  if (rate === null) return looks;
  return [
    ...looks,
    ok('rate limit', `${count(rate.limit, 'request')} in ten seconds; ${withCommas(rate.remaining)} are left now`),
  ];
}
