import path from 'node:path';
import { adoptedConfiguration } from '../init/adopted-configuration.ts';
import { imageHostSetting } from '../init/images-setting.ts';
import type { Detected } from '../use-cases/adopt/detect.ts';
import { foreignKeys } from '../use-cases/adopt/foreign-keys.ts';
import { siteInLinks } from '../use-cases/adopt/site-in-links.ts';
import { siteOfLinks } from '../use-cases/adopt/site-of-links.ts';
import { surroundingsOf } from '../use-cases/adopt/surroundings.ts';
import { loweredBy, type Trial, tryOut } from '../use-cases/adopt/try-out.ts';
import type { Context } from '../use-cases/context.ts';

/** A repository of another tool, the configuration for it, and what comes of that. */
export interface Adoption {
  readonly found: Detected;
  /** Of `helpcentre.yml`. */
  readonly text: string;
  readonly trial: Trial;
  /** Codes of errors that are warnings in it. */
  readonly lowered: readonly string[];
}

/** The configuration that publishes most: errors that readers can live with become warnings where they keep articles out. */
export async function furthest(context: Context, found: Detected): Promise<Adoption> {
  context.say(`Reading ${found.content === '.' ? 'all Markdown here' : found.content} …\n`);
  const { forge, repository, folder } = await surroundingsOf(context.cwd);
  const content = path.posix.join(folder, found.content);
  const imageHost = imageHostSetting({
    ...{ forge: forge?.is ?? null, content },
    ...{ host: repository?.host ?? null, path: repository?.path ?? null },
  });
  const trial = (one: Detected): Promise<Trial> =>
    tryOut(context, adoptedConfiguration({ ...one, imageHost, lowered: [], hasPictures: true }));
  const first = await trial(found);
  const site = found.base === '/' ? siteInLinks(first) : null;
  const siteUrl = site?.siteUrl ?? found.siteUrl ?? siteOfLinks(first);
  const foreign = await foreignKeys(first);
  if (site === null && siteUrl === found.siteUrl && foreign.length === 0)
    return lowered(context, { ...found, imageHost }, first);
  const located = { ...found, ...site, siteUrl, ...(foreign.length === 0 ? {} : { foreign }) };
  return lowered(context, { ...located, imageHost }, await trial(located));
}

/** A repository, with what only its texts tell. */
type Located = Detected & { readonly foreign?: readonly string[]; readonly imageHost: string };

async function lowered(context: Context, located: Located, first: Trial): Promise<Adoption> {
  const { imageHost, ...found } = located;
  const codes = loweredBy(first);
  const text = adoptedConfiguration({ ...located, lowered: codes, hasPictures: first.images > 0 });
  if (codes.length === 0) return { found, text, trial: first, lowered: codes };
  return { found, text, trial: await tryOut(context, text, first), lowered: codes };
}
