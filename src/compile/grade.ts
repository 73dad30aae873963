import { adviceCodes, type Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';

/** What other tools build a page in spite of: the link is shown as its words, or leads to the page alone. */
const elsewhere: Settings['problems'] = {
  'bad-address': 'warning',
  'dead-anchor': 'warning',
  'link-to-file': 'warning',
  'snippet-missing': 'warning',
  'snippet-cycle': 'warning',
};

const adviceAt = {
  off: Object.fromEntries(adviceCodes.map((code) => [code, 'off'])),
  warning: Object.fromEntries(adviceCodes.map((code) => [code, 'warning'])),
  error: Object.fromEntries(adviceCodes.map((code) => [code, 'error'])),
} as const satisfies Record<Settings['writing'], Settings['problems']>;

/**
 * Severities other than the catalogue's: those of texts for another tool, those of advice, and over them those of the
 * configuration.
 */
export function severitiesOf({
  flavour,
  problems,
  writing,
}: Pick<Settings, 'flavour' | 'problems' | 'writing'>): Settings['problems'] {
  return { ...adviceAt[writing], ...(flavour === 'github' ? {} : elsewhere), ...problems };
}

/**
 * Gives problems the severity that the configuration wants, and drops those it does not want to hear of.
 *
 * @param problems as the catalogue grades them
 * @param severities by code
 */
export function graded(problems: readonly Problem[], severities: Settings['problems']): Problem[] {
  return problems.flatMap((found) => {
    const severity = Object.hasOwn(severities, found.code) ? severities[found.code] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? found : { ...found, severity }];
  });
}
