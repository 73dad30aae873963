import { InvalidArgumentError } from 'commander';

/** An option's value as a whole number. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}

/** An option's value as a whole number from 1 up. @throws InvalidArgumentError */
export function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('expected a whole number of at least 1.');
  return number;
}

/** An option's value as a port; 0 is any that is free. @throws InvalidArgumentError */
export function portNumber(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw new InvalidArgumentError('ports go up to 65535.');
  return number;
}
