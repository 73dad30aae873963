import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';

/**
 * Gives problems the severity that the configuration wants, and drops those it does not want to hear of.
 *
 * @param problems as the catalogue grades them
 * @param severities `problems` of the configuration
 */
export function graded(problems: readonly Problem[], severities: Settings['problems']): Problem[] {
  return problems.flatMap((found) => {
    const severity = Object.hasOwn(severities, found.code) ? severities[found.code] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? found : { ...found, severity }];
  });
}
