/** Addresses of e-mail, as they stand in prose. */
const address =
  /(?<![\w.+-])([a-z0-9](?:[\w.+-]{0,62}[a-z0-9])?)@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})\b/gi;

/** Hosts where people have their own addresses. */
const ofPeople =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail|fastmail|hey)\.[a-z.]{2,6}$/i;

/** Names that stand for nobody. */
const placeholders =
  /^(?:jane|john|joe|max|erika|your|my|first|last|user|name|firstname|vorname|first_?name)[._](?:doe|roe|bloggs|smith|mustermann|name|last|lastname|surname|first|you|e?mail|last_?name)$/i;

/** Hosts that no mail is sent to: RFC 2606, and what people write for one. */
const nowhere =
  /(?:^|\.)(?:example\.(?:com|org|net|edu)|example|test|invalid|localhost|acme\.\w+|company\.com|your-?\w*\.\w+|my-?(?:company|domain)\.\w+|domain\.com|email\.com|mail\.com|site\.com)$/i;

/** What teams and programs are called. */
const roles =
  /^(?:no-?reply|do-?not-?reply|support|help|info|contact|customers?|clients?|users?|access|sales|billing|hello|team|press|legal|privacy|security|abuse|admin|office|feedback|service|jobs|careers|hr|it|dev|api|docs|news|notifications?|marketing|partners?|accounts?|accounting|finance|orders?|returns|shop|postmaster|webmaster|hostmaster)(?:[._+-]|$)/i;

/**
 * Addresses that look like those of a person: a first and a last name, or a host where people have their own. Those of
 * teams, and those in examples, are none.
 *
 * @returns where each begins, and the address
 */
export function peopleIn(text: string): readonly { readonly at: number; readonly address: string }[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(address)].flatMap(({ index: at, 0: written, 1: name = '', 2: host = '' }) => {
    if (roles.test(name) || nowhere.test(host)) return [];
    const isPerson = ofPeople.test(host) || /^\p{L}{2,}[._]\p{L}{2,}$/u.test(name);
    return isPerson && !placeholders.test(name) ? [{ at, address: written }] : [];
  });
}
