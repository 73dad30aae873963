import type { Settings } from '../model/settings.ts';

/**
 * The settings of a run: those of the configuration, and in their place what the target says. Below this nothing needs
 * to know that there are several.
 *
 * @param settings as the configuration has them
 * @param name of the target that a person named; without it the only one there is counts. Of several none does: which
 *   one is meant nobody can know, so that whatever needs a workspace asks (`demandTarget`)
 * @returns null where there is no target of that name
 */
export function chooseTarget(settings: Settings, name: string | undefined): Settings | null {
  const { targets } = settings;
  const names = Object.keys(targets);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined) return settings;
  const own = Object.hasOwn(targets, chosen) ? targets[chosen] : undefined;
  if (own === undefined) return null;
  const { workspace, tokenVariable, ...instead } = own;
  return { ...settings, ...instead, target: { name: chosen, workspace, tokenVariable } };
}
