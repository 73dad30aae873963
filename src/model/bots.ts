/** Whether an author is a program that changes dependencies or formatting, by the names that such programs commit under. */
export function isBot(name: string, email = ''): boolean {
  return /\[bot\]$/i.test(name.trim()) || /\[bot\]@/i.test(email) || /^(?:dependabot|renovate)\b/i.test(name.trim());
}
