import { belongingOf } from '../../compile/collections.ts';
import type { IntercomLooks } from '../../intercom/index.ts';
import { centreNamed } from '../../model/centre-of.ts';
import type { RemoteHelpCentre } from '../../model/remote.ts';
import type { Settings } from '../../model/settings.ts';
import { chooseHelpCentre, misplacedCollections } from '../../plan/help-centre.ts';
import type { Look } from '../../report/looks-text.ts';
import type { Sources } from '../sources.ts';
import { permission } from './access.ts';
import { failed, ok, warned, wrong } from './look.ts';

/** Whether the help centres that are published to exist, are switched on, and have the languages of the sources. */
export async function lookAtHelpCentre(
  probe: IntercomLooks,
  settings: Settings,
  sources: Sources | null,
): Promise<Look> {
  const name = 'help centre';
  let centres: readonly RemoteHelpCentre[];
  try {
    centres = await probe.helpCentres();
  } catch (error) {
    return failed(name, error, permission('read articles'));
  }
  const { centre, problems } = chooseHelpCentre(centres, settings.helpCentre);
  const [found] = problems;
  if (centre === null) {
    if (found !== undefined) return wrong(name, found.message, found.help);
    return wrong(name, 'the workspace has none', 'Set one up in Intercom, under Help Center.');
  }
  if (found !== undefined) return warned(name, found.message, found.help);
  const desired = sources?.desired ?? { articles: [], collections: [] };
  const misplaced = misplacedCollections(desired.collections, centres, centre);
  const [wrongFolder] = misplaced.problems;
  if (wrongFolder !== undefined) return wrong(name, wrongFolder.message, wrongFolder.help);
  const used = usedCentres(sources, centres, centre);
  for (const one of used) {
    const missing = missingLocales(one, centre, centres, sources);
    if (missing.length > 0) {
      const what = `${shownCentre(one)} does not have the languages ${missing.join(', ')}, which sources are in`;
      return wrong(name, what, "Add them in Intercom, under the help centre's languages.");
    }
  }
  const off = used.find(({ url }) => url === null);
  if (off !== undefined) {
    return warned(
      name,
      `${shownCentre(off)} is switched off`,
      'Readers see nothing until it is switched on in Intercom.',
    );
  }
  const all = used.map(shownCentre).join(' and ');
  return ok(name, centres.length === used.length ? all : `${all}, ${used.length} of ${centres.length}`);
}

const shownCentre = ({ identifier, url }: RemoteHelpCentre): string =>
  `"${identifier}"${url === null ? '' : `, ${url}`}`;

/** The help centre of `helpcentre.yml`, and those that folders name. */
function usedCentres(
  sources: Sources | null,
  centres: readonly RemoteHelpCentre[],
  main: RemoteHelpCentre,
): readonly RemoteHelpCentre[] {
  const named = sources?.desired.collections.flatMap(({ helpCentre }) => helpCentre ?? []) ?? [];
  return [...new Set([main, ...named.flatMap((mark) => centreNamed(centres, mark) ?? [])])];
}

/** Languages of the sources that are published to a help centre, and that it has not. */
function missingLocales(
  centre: RemoteHelpCentre,
  main: RemoteHelpCentre,
  centres: readonly RemoteHelpCentre[],
  sources: Sources | null,
): readonly string[] {
  const known = centre.locales;
  if (known === null || known.length === 0 || sources === null) return [];
  const { repository } = sources;
  const own = repository.sources.filter((source) => {
    const { helpCentre } = belongingOf(source, repository).address;
    return (helpCentre === null ? main : centreNamed(centres, helpCentre))?.id === centre.id;
  });
  const wanted = new Set(own.map(({ locale }) => locale));
  return [...wanted].filter((locale) => !known.includes(locale)).sort();
}
