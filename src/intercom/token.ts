/**
 * Checks the form of an access token, before it is put in a header. Only the form: whether Intercom knows it,
 * only Intercom can say. What comes back never holds the token or any part of it.
 *
 * @param token as it was given, not trimmed
 * @returns null when the token can be sent, else a sentence: what is wrong and what to do
 */
export function tokenProblem(token: string): string | null {
  if (token === '') return `The access token is empty. ${setIt}`;
  if (token.trim() === '') return `The access token consists of white space only. ${setIt}`;
  if (token !== token.trim()) {
    return 'The access token begins or ends with white space or a line break. Copy it again, without anything around it.';
  }
  if (/\s/.test(token)) {
    return 'The access token has white space or a line break inside. Copy it again, as one unbroken piece.';
  }
  // A header takes printable ASCII only; anything else is a copying mistake (a curly quote, a zero-width space).
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return 'The access token holds a character that no token has (a quote mark from a text editor, an invisible character). Copy it again.';
  }
  return null;
}

const setIt = 'Set INTERCOM_ACCESS_TOKEN to the token of your Intercom app.';
