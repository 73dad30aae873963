import { type Command, InvalidArgumentError } from 'commander';
import { nearestName } from '../text/nearest.ts';
import { listed } from './help-format.ts';

/** Choices that are listed where one of them is offered. */
const mostListed = 6;

/** Has every option and argument with choices refuse others with the one that was probably meant. */
export function strictChoices(command: Command): void {
  for (const taken of [...command.options, ...command.registeredArguments]) {
    const { argChoices } = taken;
    if (argChoices === undefined) continue;
    taken.argParser((value: string): string => {
      if (argChoices.includes(value)) return value;
      const near = nearestName(value, argChoices);
      const expected = `expected ${listed(argChoices, 'or')}.`;
      if (near === null) throw new InvalidArgumentError(expected);
      // A long list only hides what was meant.
      const shown = argChoices.length > mostListed ? '' : expected;
      throw new InvalidArgumentError(`${shown} Did you mean "${near}"?`.trimStart());
    });
  }
}
