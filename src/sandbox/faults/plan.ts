import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';

/** Decides which fault meets a request. */
export interface FaultPlan {
  /**
   * To be asked once for each request to the API, in the order of arrival.
   *
   * @param path without query
   */
  meet(method: string, path: string): Fault | null;
}

/**
 * @param faults the first that fits is taken
 * @param random decides about faults that meet only a share of the requests
 */
export function planFaults(faults: readonly Fault[], random: Random): FaultPlan {
  const rules = faults.map((fault) => ({ fault, path: fault.path === null ? null : patternOf(fault.path), met: 0 }));
  return {
    meet(method, path) {
      let found: Fault | null = null;
      for (const rule of rules) {
        const { nth, probability } = rule.fault;
        if (rule.fault.method !== null && rule.fault.method !== method) continue;
        if (rule.path !== null && !rule.path.test(path)) continue;
        rule.met++;
        if (nth !== null && (rule.met < nth.first || rule.met > nth.last)) continue;
        if (probability !== null && random() >= probability) continue;
        found ??= rule.fault;
      }
      return found;
    },
  };
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
