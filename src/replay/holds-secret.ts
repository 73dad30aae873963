import type { Host } from '../model/host.ts';

/** Names of variables whose values nobody wants on a disk, and how Intercom's tokens begin whatever they are called. */
const [secretNames, tokenStart] = [/token|secret|passw|key|credential|auth/i, 'dG9rOj'];
/** A shorter value is found in any text. */
const shortest = 8;
/** Characters of a secret's beginning or end that give it away where the rest was cut off. */
const piece = 16;

/**
 * Whether a text holds a secret of the environment: somebody may have given it as an argument, or as a name of a file,
 * and what a run prints and looks at repeats it.
 *
 * @param variables names of variables that are known to hold a token
 */
export function holdsSecret(text: string, env: Host['env'], variables: readonly string[]): boolean {
  const secrets = Object.entries(env).flatMap(([name, value = '']) => {
    const isSecret = secretNames.test(name) || variables.includes(name) || value.startsWith(tokenStart);
    return isSecret && value.length >= shortest ? [value] : [];
  });
  return secrets.flatMap(formsOf).some((form) => text.includes(form));
}

/** As it is, as part of an address, as JSON has it, and cut off at either end. */
function formsOf(secret: string): readonly string[] {
  const forms = [secret, secret.slice(0, piece), secret.slice(-piece)];
  return forms.flatMap((form) => [form, encodeURIComponent(form), JSON.stringify(form).slice(1, -1)]);
}
