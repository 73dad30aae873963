/**
 * One rule about sending a request again. Rows are read from the top; the first that fits decides.
 *
 * `Verb` are the methods that the client uses, `Happening` what can become of one attempt, `Then` what to do then.
 */
export interface RetryRow<Verb, Happening, Then> {
  readonly happening: Happening;
  readonly verbs: readonly Verb[];
  /** `later`: only when an earlier attempt of the same request may have arrived. */
  readonly attempt: 'any' | 'later';
  readonly then: Then;
  readonly because: string;
}

/**
 * The rule for what became of an attempt.
 *
 * @param later whether an earlier attempt of the same request may have arrived
 * @returns a rule that gives up where the table has none: the harmless side
 */
export function retryRowOf<Verb, Happening, Then>(
  table: readonly RetryRow<Verb, Happening, Then | 'fail'>[],
  verb: Verb,
  happening: Happening,
  later: boolean,
): RetryRow<Verb, Happening, Then | 'fail'> {
  const found = table.find(
    (row) => row.happening === happening && row.verbs.includes(verb) && (row.attempt === 'any' || later),
  );
  // biome-ignore lint/suspicious/noThenProperty: it is what the table says to do then.
  return found ?? { happening, verbs: [verb], attempt: 'any', then: 'fail', because: 'there is no rule for it' };
}
