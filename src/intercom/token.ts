/** Name of the variable that holds the token, where nothing else is said. */
export const usualTokenVariable = 'INTERCOM_ACCESS_TOKEN';

/** Why a token cannot be sent, in a sentence, and what to do. */
export interface TokenProblem {
  readonly message: string;
  readonly help: string;
}

/**
 * Checks the form of an access token, before it is put in a header. Only the form: whether Intercom knows it,
 * only Intercom can say. What comes back never holds the token or any part of it.
 *
 * @param token as it was given, not trimmed
 * @param variable name of the one that it comes from
 * @returns null when the token can be sent
 */
export function tokenProblem(token: string, variable = usualTokenVariable): TokenProblem | null {
  const setIt = `Set ${variable} to the token of your Intercom app.`;
  if (token === '') return wrong('is empty', setIt);
  if (token.trim() === '') return wrong('consists of white space only', setIt);
  if (token !== token.trim()) {
    return wrong('begins or ends with white space or a line break', 'Copy it again, without anything around it.');
  }
  if (/\s/.test(token)) {
    return wrong('has white space or a line break inside', 'Copy it again, as one unbroken piece.');
  }
  // A header takes printable ASCII only; anything else is a copying mistake (a curly quote, a zero-width space).
  if (!/^[\x21-\x7e]+$/.test(token)) {
    const what = 'holds a character that no token has (a quote mark from a text editor, an invisible character)';
    return wrong(what, 'Copy it again.');
  }
  return null;
}

function wrong(what: string, help: string): TokenProblem {
  return { message: `The access token ${what}.`, help };
}
